import { useId } from 'react'

type SwitchProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly whyNot?: string | undefined
}

/** Takes effect at once; what is saved later is a checkbox. */
export function Switch({ label, hint, isOn, onChange, whyNot }: SwitchProps) {
  const id = useId()
  const help = whyNot ?? hint
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <span id={id} className="text-14 font-medium">
          {label}
        </span>
        {help !== undefined && (
          <p id={`${id}-hint`} className="text-13 text-soft">
            {help}
          </p>
        )}
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-describedby={help === undefined ? undefined : `${id}-hint`}
        disabled={whyNot !== undefined}
        onClick={() => onChange(!isOn)}
        className="group relative mt-0.5 h-5 w-9 shrink-0 rounded-full bg-control transition-colors duration-100 after:absolute after:-inset-3 aria-checked:bg-brand disabled:opacity-50"
      >
        <span className="absolute top-0.5 left-0.5 size-4 rounded-full bg-surface transition-transform duration-100 group-aria-checked:translate-x-4" />
      </button>
    </div>
  )
}
