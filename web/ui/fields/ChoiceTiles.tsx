import { clsx } from 'clsx'
import { useId } from 'react'

import type { Option } from './Select.tsx'

type ChoiceTilesProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
}

/** One of several, each large enough for a thumb; arrow keys move between them. */
export function ChoiceTiles<Value extends string>(props: ChoiceTilesProps<Value>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1 text-13 font-medium">{props.label}</legend>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-3">
        {props.options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'relative flex min-h-9 items-center rounded-6 px-2.5 py-1.5 text-13 transition-colors duration-100 pointer-coarse:min-h-11',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-brand',
              option.value === props.value
                ? 'bg-brand-soft font-medium text-brand shadow-[inset_0_0_0_1.5px_var(--color-brand)]'
                : 'shadow-[inset_0_0_0_1px_var(--color-line-strong)] hover:bg-hover',
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
      </div>
    </fieldset>
  )
}
