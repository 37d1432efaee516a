import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'plain' | 'brand' | 'act' | 'soon' | 'came'

const LOOK: Readonly<Record<Tone, string>> = {
  plain: 'bg-sunken text-soft shadow-[inset_0_0_0_1px_var(--color-line)]',
  brand: 'bg-brand-soft text-brand',
  act: 'bg-act-soft text-act',
  soon: 'bg-soon-soft text-soon',
  came: 'bg-came-soft text-came',
}

type ChipProps = {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  readonly icon?: ReactNode
}

/** A short word about a thing. Its colour only repeats what the word says. */
export function Chip({ children, tone = 'plain', icon }: ChipProps) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center gap-1 rounded-4 px-1.5 py-px text-12 font-medium [&_svg]:size-3 [&_svg]:shrink-0',
        LOOK[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
