import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

type CheckboxProps = {
  readonly label: ReactNode
  readonly hint?: string | undefined
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly isDisabled?: boolean | undefined
}

export function Checkbox({ label, hint, isChecked, onChange, isDisabled }: CheckboxProps) {
  const id = useId()
  return (
    <div className="flex min-h-9 items-start gap-2.5 py-2 pointer-coarse:min-h-11">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0"
      />
      <div className="min-w-0">
        <label htmlFor={id} className={clsx('text-14', isDisabled === true && 'text-faint')}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-12 text-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
