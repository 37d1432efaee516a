import { clsx } from 'clsx'
import { useState } from 'react'

import { useT } from '../../language/texts.ts'
import { Field, type FieldProps } from '../../ui/fields/Field.tsx'
import { controlLook } from '../../ui/fields/look.ts'

type PasswordFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password can be looked at: typing it blind helps nobody. */
export function PasswordField({ value, onChange, autoComplete, ...field }: PasswordFieldProps) {
  const t = useT()
  const [isShown, setShown] = useState(false)
  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          <input
            {...control}
            type={isShown ? 'text' : 'password'}
            name="password"
            autoComplete={autoComplete}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={clsx(controlLook, 'pr-20')}
          />
          <button
            type="button"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 right-1 my-auto h-7 rounded-4 px-2 text-12 font-medium text-soft hover:bg-hover hover:text-ink pointer-coarse:h-10"
          >
            {isShown ? t('access.signIn.hide') : t('access.signIn.show')}
          </button>
        </span>
      )}
    </Field>
  )
}
