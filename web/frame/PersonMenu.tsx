import { ChevronsUpDown, Keyboard, LogOut } from 'lucide-react'

import type { Member } from '../api/session.ts'
import {
  currentLanguageOptions,
  useChooseLanguage,
  useChooseOrganisation,
  useSignOut,
} from '../features/access/person.ts'
import { useT } from '../language/texts.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/Menu.tsx'
import { openLayer } from './layers.ts'
import { chooseTheme, themes, useTheme } from './theme.ts'

type PersonMenuProps = { readonly member: Member; readonly isNarrow: boolean }

export function PersonMenu({ member, isNarrow }: PersonMenuProps) {
  const t = useT()
  const signOut = useSignOut()
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2.5 rounded-6 px-2 text-left hover:bg-hover pointer-coarse:h-11"
        >
          <Avatar name={member.person.name} />
          <span className="sr-only">{t('frame.person.menu')}</span>
          {isNarrow && <span className="sr-only">{member.person.name}</span>}
          {!isNarrow && (
            <>
              <span className="min-w-0 flex-1 truncate text-13 font-medium">
                {member.person.name}
              </span>
              <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-faint" />
            </>
          )}
        </button>
      }
    >
      <OrganisationItems member={member} />
      <LanguageItems member={member} />
      <ThemeItems />
      <MenuLine />
      <MenuItem icon={<Keyboard />} keyHint="?" onSelect={() => openLayer('keys')}>
        {t('frame.person.keys')}
      </MenuItem>
      <MenuItem icon={<LogOut />} onSelect={() => void signOut()}>
        {t('frame.person.signOut')}
      </MenuItem>
    </Menu>
  )
}

function OrganisationItems({ member }: { readonly member: Member }) {
  const t = useT()
  const chooseOrganisation = useChooseOrganisation()
  if (member.organisations.length < 2) return null
  return (
    <>
      <MenuLabel>{t('frame.person.organisations')}</MenuLabel>
      {member.organisations.map(({ id, name }) => (
        <MenuItem
          key={id}
          isChosen={id === member.organisation.id}
          onSelect={() => void chooseOrganisation(id)}
        >
          {name}
        </MenuItem>
      ))}
      <MenuLine />
    </>
  )
}

function LanguageItems({ member }: { readonly member: Member }) {
  const t = useT()
  const chooseLanguage = useChooseLanguage()
  return (
    <>
      <MenuLabel>{t('frame.person.language')}</MenuLabel>
      {currentLanguageOptions.map(({ value, name }) => (
        <MenuItem
          key={value}
          isChosen={value === member.person.language}
          onSelect={() => void chooseLanguage(value)}
        >
          {name}
        </MenuItem>
      ))}
    </>
  )
}

function ThemeItems() {
  const t = useT()
  const current = useTheme()
  return (
    <>
      <MenuLabel>{t('frame.person.theme')}</MenuLabel>
      {themes.map((theme) => (
        <MenuItem key={theme} isChosen={theme === current} onSelect={() => chooseTheme(theme)}>
          {t(`frame.person.${theme}`)}
        </MenuItem>
      ))}
    </>
  )
}
