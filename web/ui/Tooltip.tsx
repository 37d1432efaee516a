import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

import { KeyHint } from './KeyHint.tsx'
import { useLayer } from './layer.ts'

type TooltipProps = {
  readonly text: string
  readonly keyHint?: string | undefined
  readonly children: ReactNode
}

export function Tooltip({ text, keyHint, children }: TooltipProps) {
  const layer = useLayer()
  return (
    <Radix.Provider delayDuration={350} skipDelayDuration={200} disableHoverableContent>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={layer}>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-6 bg-ink px-2 py-1 text-12 text-surface print:hidden"
          >
            {text}
            {keyHint !== undefined && (
              <span className="opacity-80 [&_kbd]:bg-transparent [&_kbd]:text-surface">
                <KeyHint keys={keyHint} />
              </span>
            )}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
