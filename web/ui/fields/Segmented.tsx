import { clsx } from 'clsx'
import { useId } from 'react'

import type { Option } from './Select.tsx'

type SegmentedProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className="inline-flex max-w-full flex-wrap gap-0.5 rounded-8 bg-sunken p-0.5 shadow-[inset_0_0_0_1px_var(--color-line)]">
      <legend className="sr-only">{props.label}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            'relative inline-flex h-7 items-center rounded-6 px-2.5 text-13 font-medium transition-colors duration-100 pointer-coarse:h-10',
            'has-focus-visible:outline-2 has-focus-visible:outline-brand',
            option.value === props.value
              ? 'bg-surface text-ink shadow-raised'
              : 'text-soft hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.name}
        </label>
      ))}
    </fieldset>
  )
}
