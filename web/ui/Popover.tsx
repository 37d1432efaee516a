import { clsx } from 'clsx'
import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

import { useLayer } from './layer.ts'

type PopoverProps = {
  /** One button. */
  readonly trigger: ReactNode
  readonly label: string
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly isOpen?: boolean | undefined
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined
  readonly className?: string | undefined
}

export function Popover(props: PopoverProps) {
  const layer = useLayer()
  const control =
    props.isOpen === undefined
      ? {}
      : { open: props.isOpen, onOpenChange: (isOpen: boolean) => props.onOpenChange?.(isOpen) }
  return (
    <Radix.Root {...control}>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal container={layer}>
        <Radix.Content
          aria-label={props.label}
          align={props.align ?? 'start'}
          sideOffset={6}
          collisionPadding={8}
          className={clsx(
            'z-40 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-rise',
            'overflow-y-auto rounded-8 bg-raised p-4 shadow-over print:hidden',
            props.className,
          )}
        >
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
