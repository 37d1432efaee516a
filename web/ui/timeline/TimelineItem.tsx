import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  readonly icon: ReactNode
  readonly title: ReactNode
  /** Who and when. */
  readonly meta: ReactNode
  readonly children?: ReactNode
  readonly beside?: ReactNode
}

/** Somebody's words: ours on the right, theirs on the left. */
export function TimelineWords({ side, ...item }: Props & { readonly side: 'ours' | 'theirs' }) {
  return (
    <li
      className={clsx(
        'w-full rounded-8 p-3 text-13 sm:max-w-4/5',
        side === 'ours' ? 'self-end bg-brand-soft' : 'self-start bg-surface shadow-raised',
      )}
    >
      <Head {...item} />
      {item.children !== undefined && <div className="mt-2">{item.children}</div>}
    </li>
  )
}

type MoneyProps = {
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly meta?: ReactNode
  readonly amount: ReactNode
}

/** Money that is owed or came: a line across, since it concerns both. */
export function TimelineMoney({ icon, title, meta, amount }: MoneyProps) {
  return (
    <li className="flex items-center gap-2 rounded-6 bg-surface px-3 py-2 text-13 shadow-raised">
      <span className="text-faint [&_svg]:size-4">{icon}</span>
      <span className="min-w-0 flex-1 truncate font-medium">
        {title}
        {meta !== undefined && <span className="font-regular text-soft"> · {meta}</span>}
      </span>
      <span className="shrink-0 font-medium">{amount}</span>
    </li>
  )
}

/** A decision, small and grey: what was held, and why. */
export function TimelineNote({ icon, title, meta, children }: Props) {
  return (
    <li className="flex gap-2 px-3 text-12 text-soft">
      <span className="mt-0.5 text-faint [&_svg]:size-3">{icon}</span>
      <div className="min-w-0 flex-1">
        {title} <span className="text-faint">· {meta}</span>
        {children !== undefined && <div className="mt-0.5">{children}</div>}
      </div>
    </li>
  )
}

function Head({ icon, title, meta, beside }: Props) {
  return (
    <div className="flex items-start gap-2">
      <span className="mt-0.5 text-faint [&_svg]:size-4">{icon}</span>
      <div className="min-w-0 flex-1">
        <div className="font-medium">{title}</div>
        <div className="text-12 text-soft">{meta}</div>
      </div>
      {beside}
    </div>
  )
}
