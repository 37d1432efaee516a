import { clsx } from 'clsx'
import { ArrowDownUp, ChevronDown } from 'lucide-react'

import { Field, type FieldControl, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'

export type Option<Value extends string> = { readonly value: Value; readonly name: string }

type SelectProps<Value extends string> = {
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
}

type BareProps<Value extends string> = SelectProps<Value> &
  (Partial<FieldControl> & {
    readonly 'aria-label'?: string
    readonly isQuiet?: boolean
    /** On a phone the arrow alone stays: the list still says what is chosen. */
    readonly isIconOnPhone?: boolean
  })

/** The platform's own list: it knows every keyboard, reader and thumb. */
export function BareSelect<Value extends string>(props: BareProps<Value>) {
  const { value, options, onChange, isQuiet, isIconOnPhone, ...control } = props
  const choose = (chosen: string) => {
    const option = withChosen(options, value).find((known) => known.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <span className={clsx('relative inline-flex', isQuiet ? 'shrink-0' : 'w-full min-w-0')}>
      <select
        {...control}
        value={value}
        onChange={(event) => choose(event.target.value)}
        className={clsx(
          'appearance-none truncate pr-8',
          isQuiet
            ? 'field-sizing-content h-8 rounded-6 pl-2 text-13 font-medium text-soft hover:bg-hover hover:text-ink pointer-coarse:h-11'
            : controlLook,
          isIconOnPhone === true && 'max-sm:w-11 max-sm:text-transparent',
        )}
      >
        {withChosen(options, value).map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.name}
          </option>
        ))}
      </select>
      {isIconOnPhone === true && (
        <ArrowDownUp
          size={16}
          aria-hidden
          className="pointer-events-none absolute inset-0 m-auto text-soft sm:hidden"
        />
      )}
      <ChevronDown
        size={14}
        aria-hidden
        className={clsx(
          'pointer-events-none absolute inset-y-0 right-2.5 my-auto text-faint',
          isIconOnPhone === true && 'max-sm:hidden',
        )}
      />
    </span>
  )
}

/** What is chosen is always among the choices: a list never shows another one in its place. */
function withChosen<Value extends string>(
  options: readonly Option<Value>[],
  value: Value,
): readonly Option<Value>[] {
  const isKnown = options.some((option) => option.value === value)
  return isKnown ? options : [{ value, name: value }, ...options]
}

export function Select<Value extends string>(props: FieldProps & SelectProps<Value>) {
  const { value, options, onChange, ...field } = props
  return (
    <Field {...field}>
      {(control) => <BareSelect {...control} value={value} options={options} onChange={onChange} />}
    </Field>
  )
}
