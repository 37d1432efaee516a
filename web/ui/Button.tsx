import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

import { buttonLook, type ButtonVariant } from './button-look.ts'
import { KeyHint } from './KeyHint.tsx'
import { Tooltip } from './Tooltip.tsx'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'normal' | 'large' | undefined
  readonly icon?: ReactNode
  readonly keyHint?: string | undefined
  /** Why it cannot be done now. The button stays in reach, so that the reason can be read. */
  readonly whyNot?: string | undefined
  readonly isBusy?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'normal', icon, keyHint, whyNot, isBusy, ...rest } = props
  const isOff = whyNot !== undefined || isBusy === true
  const button = (
    <button
      type="button"
      {...rest}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      onClick={isOff ? (event) => event.preventDefault() : rest.onClick}
      className={clsx(buttonLook(variant, size), rest.className)}
    >
      {icon}
      <span className={clsx('truncate', isBusy && 'animate-breathe')}>{rest.children}</span>
      {keyHint !== undefined && <KeyHint keys={keyHint} on={variant} />}
    </button>
  )
  return whyNot === undefined ? button : <Tooltip text={whyNot}>{button}</Tooltip>
}
