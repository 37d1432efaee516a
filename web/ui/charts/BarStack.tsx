import { clsx } from 'clsx'
import type { ReactNode } from 'react'

import { percentText } from '../format/number.ts'
import { useReader } from '../reader.ts'

export type StackPart = {
  readonly name: string
  readonly value: number
  readonly text: ReactNode
  readonly onOpen?: (() => void) | undefined
}

const FILL = ['bg-age-0', 'bg-age-1', 'bg-age-2', 'bg-age-3', 'bg-age-4', 'bg-age-5'] as const

/** One whole and its parts, labelled directly: the eye needs no legend. */
export function BarStack({ parts }: { readonly parts: readonly StackPart[] }) {
  const { locale } = useReader()
  const whole = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const share = (value: number) => (whole === 0 ? 0 : Math.max(0, value) / whole)
  return (
    <div>
      {/* The list beneath says the same in words. */}
      <div aria-hidden className="flex h-7 gap-px overflow-hidden rounded-6 bg-sunken">
        {parts.map(({ name, value }, index) => (
          <span
            key={name}
            title={name}
            className={clsx(
              'h-full min-w-px transition-[flex-grow] duration-150',
              FILL[index % FILL.length],
              share(value) === 0 && 'hidden',
            )}
            style={{ flexGrow: share(value) * 1000, flexBasis: 0 }}
          />
        ))}
      </div>
      <ul className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-3 gap-y-3">
        {parts.map((part, index) => (
          <li key={part.name} className="min-w-0">
            <StackLabel
              part={part}
              fill={FILL[index % FILL.length] ?? 'bg-age-0'}
              share={percentText(share(part.value), locale)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

type StackLabelProps = { readonly part: StackPart; readonly fill: string; readonly share: string }

function StackLabel({ part, fill, share }: StackLabelProps) {
  const content = (
    <>
      <span className="flex items-center gap-1.5 text-12 text-soft">
        <span aria-hidden className={clsx('size-2.5 shrink-0 rounded-[2px]', fill)} />
        {part.name}
      </span>
      <span className="figures mt-0.5 block truncate text-13 font-medium">{part.text}</span>
      <span className="figures block text-12 text-faint">{share}</span>
    </>
  )
  if (!part.onOpen) return content
  return (
    <button
      type="button"
      onClick={part.onOpen}
      className="-m-1.5 block w-full max-w-full rounded-6 p-1.5 text-left hover:bg-hover"
    >
      {content}
    </button>
  )
}
