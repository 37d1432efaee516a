import { clsx } from 'clsx'
import { TriangleAlert } from 'lucide-react'

type AsOfLineProps = {
  /** "Ledger synced 09:12 · payments to 20 Nov" */
  readonly text: string
  readonly isStale: boolean
}

/** How fresh the money on this page is. It is always there; amber when it may mislead. */
export function AsOfLine({ text, isStale }: AsOfLineProps) {
  return (
    <p
      className={clsx(
        'figures inline-flex min-w-0 items-baseline gap-1.5 text-12',
        isStale ? 'font-medium text-soon' : 'text-faint',
      )}
    >
      {isStale && <TriangleAlert size={12} aria-hidden className="shrink-0 translate-y-0.5" />}
      <span className="sm:truncate">{text}</span>
    </p>
  )
}
