import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Suspense } from 'react'

import { later } from '../api/later.ts'
import type { Member } from '../api/session.ts'
import { ToDecideCount } from '../features/collecting/approvals/ToDecideCount.tsx'
import { useT } from '../language/texts.ts'
import { Mark } from '../ui/Mark.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { useMedia } from '../ui/use-media.ts'
import { type Place, placesOf } from './places.ts'

// The menu's machinery is not needed to use the first page.
const PersonMenu = later(async () => ({ default: (await import('./PersonMenu.tsx')).PersonMenu }))

/** The way through the house; icons alone where the page needs the room. */
export function Rail({ member }: { readonly member: Member }) {
  const t = useT()
  const isNarrow = useMedia('(width < 64rem)')
  const places = placesOf(member)
  const entries = (isBelow: boolean) =>
    places
      .filter((place) => (place.isBelow === true) === isBelow)
      .map((place) => <RailEntry key={place.name} place={place} isNarrow={isNarrow} />)
  return (
    <nav
      aria-label={t('frame.nav.label')}
      className="hidden w-14 shrink-0 flex-col gap-0.5 border-r border-line bg-canvas p-2 md:flex lg:w-52"
    >
      <div className="mb-3 flex h-10 items-center gap-2.5 px-2">
        <Mark />
        <span className="hidden min-w-0 lg:block">
          <span className="block truncate text-13 font-strong">{member.organisation.name}</span>
        </span>
      </div>
      {entries(false)}
      <div className="mx-2 my-2 h-px shrink-0 bg-line" />
      {entries(true)}
      <div className="flex-1" />
      <Suspense fallback={<span className="h-10 shrink-0" />}>
        <PersonMenu member={member} isNarrow={isNarrow} />
      </Suspense>
    </nav>
  )
}

function RailEntry({ place, isNarrow }: { readonly place: Place; readonly isNarrow: boolean }) {
  const t = useT()
  const { name, to, icon: Icon, key } = place
  const title = t(`frame.nav.${name}`)
  const link = (
    <Link
      to={to}
      aria-label={isNarrow ? title : undefined}
      className={clsx(
        'flex h-8 shrink-0 items-center gap-2.5 rounded-6 px-2.5 text-13 font-medium text-soft transition-colors duration-100',
        'hover:bg-hover hover:text-ink pointer-coarse:h-11',
        'aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand',
      )}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <span className="hidden min-w-0 flex-1 truncate lg:block">{title}</span>
      {name === 'approvals' && <ToDecideCount />}
    </Link>
  )
  return isNarrow ? (
    <Tooltip text={title} keyHint={`g ${key}`}>
      {link}
    </Tooltip>
  ) : (
    link
  )
}
