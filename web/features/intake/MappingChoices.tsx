import { useT } from '../../language/texts.ts'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { currencyChoices } from '../../ui/format/places.ts'
import { useReader } from '../../ui/reader.ts'
import type { ImportDetail } from './imports.ts'

export type Choices = Pick<ImportDetail['choices'], 'currency' | 'isComplete' | 'paymentsUntil'>

type MappingChoicesProps = {
  readonly choices: Choices
  /** No column says the currency. */
  readonly needsCurrency: boolean
  readonly onChange: (choices: Choices) => void
}

/** What only a person can know about a file. */
export function MappingChoices({ choices, needsCurrency, onChange }: MappingChoicesProps) {
  const t = useT()
  const { locale, today } = useReader()
  return (
    <>
      <div className="grid gap-4 sm:max-w-160 sm:grid-cols-2">
        {needsCurrency && (
          <Select
            label={t('imports.map.currency')}
            hint={t('imports.map.currencyHint')}
            value={choices.currency}
            options={currencyChoices(locale)}
            onChange={(currency) => onChange({ ...choices, currency })}
          />
        )}
        <DateField
          label={t('imports.map.paymentsUntil')}
          hint={t('imports.map.paymentsUntilHint')}
          isOptional
          day={choices.paymentsUntil}
          to={today}
          onChange={(paymentsUntil) => onChange({ ...choices, paymentsUntil })}
        />
      </div>
      <Checkbox
        label={t('imports.map.complete')}
        hint={t('imports.map.completeHint')}
        isChecked={choices.isComplete}
        onChange={(isComplete) => onChange({ ...choices, isComplete })}
      />
    </>
  )
}
