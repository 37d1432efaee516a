import { Slot } from 'radix-ui'
import { type ReactNode, Suspense, useRef } from 'react'

import { partOf } from './part.ts'
import { useTip } from './use-tip.ts'

type TooltipProps = {
  readonly text: string
  readonly keyHint?: string | undefined
  readonly children: ReactNode
}

const bubble = partOf(async () => (await import('./TooltipBubble.tsx')).TooltipBubble)

/** Says what a button does, beside it. What shows it comes with the first that is pointed at. */
export function Tooltip({ text, keyHint, children }: TooltipProps) {
  const anchor = useRef<HTMLElement>(null)
  const { id, isOpen, close, handlers } = useTip(bubble.fetch)
  return (
    <>
      <Slot.Root ref={anchor} aria-describedby={isOpen ? id : undefined} {...handlers}>
        {children}
      </Slot.Root>
      {isOpen && (
        <Suspense>
          <bubble.Part id={id} anchor={anchor} text={text} keyHint={keyHint} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
