import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, Moon, Search, SunMedium } from 'lucide-react'
import { useMemo } from 'react'

import type { Member } from '../api/session.ts'
import { useT } from '../language/texts.ts'
import type { Action } from './action.ts'
import { useActions } from './actions.ts'
import { openLayer } from './layers.ts'
import { useSignOut } from '../features/access/person.ts'
import { placesOf } from './places.ts'
import { chooseTheme } from './theme.ts'

/** What can be done from everywhere: go somewhere, search, see the keys, change the looks. */
export function useGeneralActions(member: Member): void {
  const t = useT()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const actions = useMemo((): readonly Action[] => {
    const going = placesOf(member).map(({ name, to, key, icon }): Action => ({
      id: `go.${name}`,
      name: t(`frame.nav.${name}`),
      group: 'go',
      keys: `g ${key}`,
      icon,
      run: () => void navigate({ to }),
    }))
    const general = { group: 'general' } as const
    return [
      ...going,
      {
        ...general,
        id: 'palette',
        name: t('frame.keys.palette'),
        keys: 'mod+k',
        icon: Search,
        run: () => openLayer('palette'),
      },
      {
        ...general,
        id: 'palette.slash',
        name: t('frame.keys.palette'),
        keys: '/',
        isMove: true,
        run: () => openLayer('palette'),
      },
      {
        ...general,
        id: 'keys',
        name: t('frame.keys.help'),
        keys: '?',
        icon: Keyboard,
        run: () => openLayer('keys'),
      },
      {
        ...general,
        id: 'theme.light',
        name: `${t('frame.person.theme')}: ${t('frame.person.light')}`,
        icon: SunMedium,
        run: () => chooseTheme('light'),
      },
      {
        ...general,
        id: 'theme.dark',
        name: `${t('frame.person.theme')}: ${t('frame.person.dark')}`,
        icon: Moon,
        run: () => chooseTheme('dark'),
      },
      {
        ...general,
        id: 'sign_out',
        name: t('frame.person.signOut'),
        icon: LogOut,
        run: () => void signOut(),
      },
    ]
    // oxlint-disable-next-line react/exhaustive-deps -- signing out needs nothing newer
  }, [t, member, navigate])
  useActions(actions)
}
