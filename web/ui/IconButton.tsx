import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

import { Tooltip } from './Tooltip.tsx'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  readonly label: string
  readonly icon: ReactNode
  readonly keyHint?: string | undefined
  readonly isPressed?: boolean | undefined
  readonly hasTooltip?: boolean | undefined
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, keyHint, isPressed, hasTooltip = true, className, ...rest } = props
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      {...rest}
      className={clsx(
        'relative inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft transition-colors',
        'duration-100 hover:bg-hover hover:text-ink pointer-coarse:size-11 aria-pressed:bg-brand-soft',
        'aria-pressed:text-brand disabled:text-faint disabled:hover:bg-transparent',
        className,
      )}
    >
      {icon}
    </button>
  )
  if (!hasTooltip) return button
  return (
    <Tooltip text={label} keyHint={keyHint}>
      {button}
    </Tooltip>
  )
}
