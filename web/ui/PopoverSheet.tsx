import { clsx } from 'clsx'
import { Popover as Radix } from 'radix-ui'
import { type ReactNode, type RefObject, useRef } from 'react'

import { useLayer } from './layer.ts'

type PopoverSheetProps = {
  readonly id: string
  /** The button that opened it, and gets the focus back. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly align: 'start' | 'center' | 'end'
  readonly onClose: () => void
  readonly className: string | undefined
  readonly children: ReactNode
}

export function PopoverSheet(props: PopoverSheetProps) {
  const { anchor } = props
  const layer = useLayer()
  const isLeftFor = useRef(false)
  return (
    <Radix.Root open onOpenChange={props.onClose}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal container={layer}>
        <Radix.Content
          id={props.id}
          aria-label={props.label}
          align={props.align}
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The button closes it itself.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) {
              event.preventDefault()
            } else isLeftFor.current = true
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!isLeftFor.current) anchor.current?.focus()
          }}
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
