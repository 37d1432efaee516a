import { X } from 'lucide-react'

import { useT } from '../../language/texts.ts'
import { Field, type FieldProps } from './Field.tsx'
import { BareSelect, type Option } from './Select.tsx'

type ManyFieldProps = FieldProps & {
  readonly chosen: readonly string[]
  readonly choices: readonly Option<string>[]
  readonly onChange: (chosen: string[]) => void
}

/** Some of many: what is chosen lies above the list and can be taken out again. */
export function ManyField({ chosen, choices, onChange, ...field }: ManyFieldProps) {
  const t = useT()
  const left = choices.filter(({ value }) => !chosen.includes(value))
  const nameOf = (value: string) => choices.find((known) => known.value === value)?.name ?? value
  return (
    <Field {...field}>
      {(control) => (
        <div className="flex flex-col gap-1.5">
          {chosen.length > 0 && (
            <ul aria-label={field.label} className="flex flex-wrap gap-1.5">
              {chosen.map((value) => (
                <li key={value}>
                  <button
                    type="button"
                    aria-label={t('ui.many.remove', { name: nameOf(value) })}
                    onClick={() => onChange(chosen.filter((other) => other !== value))}
                    className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-6 bg-sunken px-2 text-13 shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-hover disabled:text-soft pointer-coarse:min-h-11"
                  >
                    <span className="truncate">{nameOf(value)}</span>
                    <X size={12} aria-hidden className="shrink-0 text-faint" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <BareSelect
            {...control}
            value=""
            options={[{ value: '', name: t('ui.many.add') }, ...left]}
            onChange={(value) => {
              if (value !== '') onChange([...chosen, value])
            }}
          />
        </div>
      )}
    </Field>
  )
}
