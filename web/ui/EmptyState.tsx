import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type StateProps = {
  readonly icon: LucideIcon
  readonly title: string
  readonly text?: ReactNode
  readonly action?: ReactNode
}

/** A place where nothing is yet: it says what would be here and teaches the next step. */
export function EmptyState({ icon: Icon, title, text, action }: StateProps) {
  return (
    <div className="mx-auto flex max-w-104 flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 inline-flex size-11 items-center justify-center rounded-full bg-sunken text-faint">
        <Icon size={20} aria-hidden />
      </span>
      <h2 className="text-14 font-strong text-balance">{title}</h2>
      {text !== undefined && <div className="mt-1 text-13 text-pretty text-soft">{text}</div>}
      {action !== undefined && (
        <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>
      )}
    </div>
  )
}
