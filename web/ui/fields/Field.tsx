import { type ReactNode, useId } from 'react'

import { useT } from '../../language/texts.ts'

export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

export type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean | undefined
  readonly isRequired?: boolean | undefined
}

type Props = FieldProps & { readonly children: (control: FieldControl) => ReactNode }

/** A label, one control, and what helps: the hint before, the error after. */
export function Field({ label, hint, error, isOptional, isRequired, children }: Props) {
  const t = useT()
  const id = useId()
  const describedBy =
    error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-13 font-medium text-ink">
        {label}
        {isOptional === true && (
          <span className="font-regular text-faint"> · {t('ui.optional')}</span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': describedBy,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': isRequired === true ? true : undefined,
      })}
      {error !== undefined ? (
        <p id={`${id}-error`} className="text-12 text-act">
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={`${id}-hint`} className="text-12 text-soft">
            {hint}
          </p>
        )
      )}
    </div>
  )
}
