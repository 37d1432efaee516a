import { clsx } from 'clsx'
import type { ReactNode } from 'react'

type OptionProps = {
  readonly id: string
  readonly isAt: boolean
  readonly onTake: () => void
  readonly onPoint: () => void
  readonly children: ReactNode
}

/** One line of a list that what is typed filters; the focus stays where one types. */
export function Option({ id, isAt, onTake, onPoint, children }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element is an option that a text filters
      role="option"
      aria-selected={isAt}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onTake}
      className={clsx(
        'flex min-h-8 cursor-default items-center justify-between gap-3 rounded-6 px-2 text-13 pointer-coarse:min-h-11',
        isAt && 'bg-hover',
      )}
    >
      {children}
    </div>
  )
}
