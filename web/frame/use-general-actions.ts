import { useNavigate } from '@tanstack/react-router'
import { Keyboard, LogOut, type LucideIcon, Moon, Search, SunMedium } from 'lucide-react'
import { useMemo } from 'react'

import type { Member } from '../api/session.ts'
import { useSignOut } from '../features/access/person.ts'
import { type T, useT } from '../language/texts.ts'
import type { Action } from './action.ts'
import { useActions } from './actions.ts'
import { openLayer } from './layers.ts'
import { placesOf } from './places.ts'
import { chooseTheme, type Theme } from './theme.ts'

/** What can be done from everywhere: go somewhere, search, see the keys, change the looks. */
export function useGeneralActions(member: Member): void {
  const t = useT()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const actions = useMemo(
    () => [
      ...placesOf(member).map(({ name, to, key, icon }): Action => ({
        id: `go.${name}`,
        name: t(`frame.nav.${name}`),
        group: 'go',
        keys: `g ${key}`,
        icon,
        run: () => void navigate({ to }),
      })),
      ...helping(t),
      ...lookingLike(t),
      general('sign_out', t('frame.person.signOut'), LogOut, () => void signOut()),
    ],
    // oxlint-disable-next-line react/exhaustive-deps -- signing out needs nothing newer
    [t, member, navigate],
  )
  useActions(actions)
}

function general(id: string, name: string, icon: LucideIcon, run: () => void): Action {
  return { id, name, group: 'general', icon, run }
}

function helping(t: T): readonly Action[] {
  const palette = general('palette', t('frame.keys.palette'), Search, () => openLayer('palette'))
  return [
    { ...palette, keys: 'mod+k' },
    { ...palette, id: 'palette.slash', keys: '/', isMove: true },
    { ...general('keys', t('frame.keys.help'), Keyboard, () => openLayer('keys')), keys: '?' },
  ]
}

function lookingLike(t: T): readonly Action[] {
  const name = (theme: Theme) => `${t('frame.person.theme')}: ${t(`frame.person.${theme}`)}`
  return [
    general('theme.light', name('light'), SunMedium, () => chooseTheme('light')),
    general('theme.dark', name('dark'), Moon, () => chooseTheme('dark')),
  ]
}
