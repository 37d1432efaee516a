import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'

type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onChange: (value: string) => void
  }

/** Grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional, isRequired, value, onChange, ...rest } = props
  return (
    <Field {...{ label, hint, error, isOptional, isRequired }}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={clsx(
            controlLook,
            'field-sizing-content h-auto max-h-80 min-h-20 py-2 pointer-coarse:h-auto',
          )}
        />
      )}
    </Field>
  )
}
