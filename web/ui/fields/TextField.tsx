import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onChange: (value: string) => void
  }

export function TextField(props: TextFieldProps) {
  const { label, hint, error, isOptional, isRequired, value, onChange, className, ...rest } = props
  return (
    <Field {...{ label, hint, error, isOptional, isRequired }}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={clsx(controlLook, className)}
        />
      )}
    </Field>
  )
}
