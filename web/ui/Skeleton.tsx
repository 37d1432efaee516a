import { clsx } from 'clsx'

/** Holds the place of what is coming; it shows itself only when the wait is noticed. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden className={clsx('after-a-moment block', className ?? 'w-full')}>
      <span className="block h-4 animate-breathe rounded-4 bg-line" />
    </span>
  )
}

const WIDTHS = ['w-3/5', 'w-2/5', 'w-1/2', 'w-2/3', 'w-1/3'] as const

export function SkeletonRows({
  count = 8,
  height = 'h-9',
}: {
  readonly count?: number
  readonly height?: string
}) {
  return (
    <div>
      {Array.from({ length: count }, (_, index) => (
        <div
          key={index}
          className={clsx('flex items-center gap-4 border-b border-line px-4', height)}
        >
          <Skeleton className={WIDTHS[index % WIDTHS.length] ?? 'w-1/2'} />
        </div>
      ))}
    </div>
  )
}
