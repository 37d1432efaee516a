import { Link } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { Suspense, useState } from 'react'

import { later } from '../api/later.ts'
import type { Member } from '../api/session.ts'
import { useT } from '../language/texts.ts'
import { placesOf } from './places.ts'

const MoreSheet = later(async () => ({ default: (await import('./MoreSheet.tsx')).MoreSheet }))

const BAR_PLACES = 3
const ENTRY =
  'flex h-14 min-w-0 flex-col items-center justify-center gap-0.5 text-12 font-medium text-soft -outline-offset-2 ' +
  'aria-[current=page]:text-brand'

/** On a phone: the three places used most, and the way to the others. */
export function BottomBar({ member }: { readonly member: Member }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <nav
      aria-label={t('frame.nav.label')}
      className="grid shrink-0 grid-cols-4 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {placesOf(member)
        .slice(0, BAR_PLACES)
        .map(({ name, to, icon: Icon }) => (
          <Link key={name} to={to} className={ENTRY}>
            <Icon size={20} aria-hidden />
            <span className="max-w-full truncate px-1">{t(`frame.nav.${name}`)}</span>
          </Link>
        ))}
      <button type="button" onClick={() => setOpen(true)} className={ENTRY}>
        <MenuIcon size={20} aria-hidden />
        {t('frame.nav.more')}
      </button>
      {isOpen && (
        <Suspense>
          <MoreSheet member={member} isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  )
}
