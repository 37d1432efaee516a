import { Link } from '@tanstack/react-router'
import { LogOut } from 'lucide-react'

import type { Member } from '../api/session.ts'
import { currentLanguageOptions, useChooseLanguage, useSignOut } from '../features/access/person.ts'
import { ToDecideCount } from '../features/collecting/approvals/ToDecideCount.tsx'
import { useT } from '../language/texts.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/fields/Segmented.tsx'
import { Select } from '../ui/fields/Select.tsx'
import { placesOf } from './places.ts'
import { chooseTheme, themes, useTheme } from './theme.ts'

type MoreSheetProps = {
  readonly member: Member
  readonly isOpen: boolean
  readonly onClose: () => void
}

const ENTRY =
  'flex h-12 w-full items-center gap-3 rounded-6 px-2 text-14 font-medium hover:bg-hover'

/** Everything that the bottom bar has no room for. */
export function MoreSheet({ member, isOpen, onClose }: MoreSheetProps) {
  const t = useT()
  const theme = useTheme()
  const chooseLanguage = useChooseLanguage()
  const signOut = useSignOut()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={member.organisation.name}
      text={member.person.name}
    >
      <div className="flex flex-col gap-1">
        {placesOf(member).map(({ name, to, icon: Icon }) => (
          <Link key={name} to={to} onClick={onClose} className={ENTRY}>
            <Icon size={18} aria-hidden className="text-faint" />
            {t(`frame.nav.${name}`)}
            {name === 'approvals' && <ToDecideCount />}
          </Link>
        ))}
        <div className="my-2 h-px bg-line" />
        <div className="flex flex-col gap-4 px-2 py-2">
          <Select
            label={t('frame.person.language')}
            value={member.person.language}
            options={currentLanguageOptions}
            onChange={(language) => void chooseLanguage(language)}
          />
          <Segmented
            label={t('frame.person.theme')}
            value={theme}
            options={themes.map((value) => ({ value, name: t(`frame.person.${value}`) }))}
            onChange={chooseTheme}
          />
        </div>
        <button type="button" onClick={() => void signOut()} className={ENTRY}>
          <LogOut size={18} aria-hidden className="text-faint" />
          {t('frame.person.signOut')}
        </button>
      </div>
    </Dialog>
  )
}
