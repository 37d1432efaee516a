import { Portal } from 'radix-ui'
import { Popper } from 'radix-ui/internal'
import { type RefObject, useEffect } from 'react'

import { KeyHint } from './KeyHint.tsx'
import { useLayer } from './layer.ts'

type TooltipBubbleProps = {
  readonly id: string
  readonly anchor: RefObject<HTMLElement | null>
  readonly text: string
  readonly keyHint: string | undefined
  readonly onClose: () => void
}

export function TooltipBubble({ id, anchor, text, keyHint, onClose }: TooltipBubbleProps) {
  const layer = useLayer()
  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', escape, { capture: true })
    return () => document.removeEventListener('keydown', escape, { capture: true })
  }, [onClose])
  return (
    <Popper.Root>
      <Popper.Anchor virtualRef={anchor} />
      <Portal.Root container={layer}>
        <Popper.Content
          id={id}
          role="tooltip"
          side="top"
          sideOffset={6}
          collisionPadding={8}
          className="pointer-events-none z-50 flex max-w-72 animate-appear items-center gap-2 rounded-6 bg-ink px-2 py-1 text-12 text-surface print:hidden"
        >
          {text}
          {keyHint !== undefined && (
            <span className="opacity-80 [&_kbd]:bg-transparent [&_kbd]:text-surface">
              <KeyHint keys={keyHint} />
            </span>
          )}
        </Popper.Content>
      </Portal.Root>
    </Popper.Root>
  )
}
