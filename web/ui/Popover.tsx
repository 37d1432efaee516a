import { Slot } from 'radix-ui'
import { type ReactNode, Suspense, useId, useRef, useState } from 'react'

import { partOf } from './part.ts'

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

const sheet = partOf(async () => (await import('./PopoverSheet.tsx')).PopoverSheet)

/** A button that opens a sheet beside it. What shows the sheet comes with the first that is opened. */
export function Popover({ align = 'start', ...props }: PopoverProps) {
  const anchor = useRef<HTMLElement>(null)
  const id = useId()
  const [isOpenItself, setOpen] = useState(false)
  const isOpen = props.isOpen ?? isOpenItself
  const change = (next: boolean) => {
    setOpen(next)
    props.onOpenChange?.(next)
  }
  return (
    <>
      <Slot.Root
        ref={anchor}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPointerEnter={sheet.fetch}
        onClick={() => change(!isOpen)}
      >
        {props.trigger}
      </Slot.Root>
      {isOpen && (
        <Suspense>
          <sheet.Part
            id={id}
            anchor={anchor}
            label={props.label}
            align={align}
            onClose={() => change(false)}
            className={props.className}
          >
            {props.children}
          </sheet.Part>
        </Suspense>
      )}
    </>
  )
}
