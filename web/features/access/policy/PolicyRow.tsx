import { useT } from '../../../language/texts.ts'
import { useReader } from '../../../ui/reader.ts'
import { isDefault } from './fields.ts'
import { PolicyControl } from './PolicyControl.tsx'
import type { PolicyRowProps } from './row-props.ts'
import { valueText } from './value-text.ts'

/** One limit: what it is called, what it does, what holds by default, and its value. */
export function PolicyRow(props: PolicyRowProps) {
  const t = useT()
  const { locale } = useReader()
  const { name, values, defaults, onChange, canChange } = props
  const usual = valueText(t, name, defaults, locale)
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <div>
        <p className="text-14 font-medium">{t(`policy.names.${name}`)}</p>
        <p className="mt-0.5 text-13 text-pretty text-soft">{t(`policy.hints.${name}`)}</p>
        {isDefault(name, values, defaults) || !canChange ? (
          <p className="mt-1 text-12 text-faint">{t('policy.default', { value: usual })}</p>
        ) : (
          <button
            type="button"
            onClick={() => onChange({ [name]: defaults[name] })}
            className="mt-1 rounded-4 text-12 text-brand underline-offset-2 hover:underline pointer-coarse:min-h-8"
          >
            {t('policy.takeDefault', { value: usual })}
          </button>
        )}
      </div>
      <fieldset disabled={!canChange} className="[&_label]:sr-only">
        <legend className="sr-only">{t(`policy.names.${name}`)}</legend>
        <PolicyControl {...props} />
      </fieldset>
    </li>
  )
}
