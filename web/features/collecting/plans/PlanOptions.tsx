import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import type { PlanOffer } from './offer.ts'

const USUAL_DAYS_BEFORE = 3
const MOST_DAYS_BEFORE = 30

type PlanOptionsProps = {
  readonly value: PlanOffer
  readonly onChange: (offer: PlanOffer) => void
}

export function PlanOptions({ value, onChange }: PlanOptionsProps) {
  const t = useT()
  const { remindsDaysBefore = USUAL_DAYS_BEFORE } = value
  const reminds = remindsDaysBefore !== null
  return (
    <div>
      <Checkbox
        label={t('plans.fields.waives')}
        isChecked={value.waivesCharges === true}
        onChange={(waivesCharges) => onChange({ ...value, waivesCharges })}
      />
      <Checkbox
        label={t('plans.fields.accelerates')}
        isChecked={value.accelerates !== false}
        onChange={(accelerates) => onChange({ ...value, accelerates })}
      />
      <div className="flex flex-wrap items-center gap-x-4">
        <Checkbox
          label={t('plans.fields.reminds')}
          isChecked={reminds}
          onChange={(does) =>
            onChange({ ...value, remindsDaysBefore: does ? USUAL_DAYS_BEFORE : null })
          }
        />
        {reminds && (
          <span className="[&_label]:sr-only">
            <NumberField
              label={t('plans.fields.reminds')}
              unit={t('plans.fields.remindsUnit')}
              value={remindsDaysBefore}
              least={0}
              most={MOST_DAYS_BEFORE}
              onChange={(days) => onChange({ ...value, remindsDaysBefore: days })}
            />
          </span>
        )}
      </div>
      <div className="mt-2">
        <TextArea
          label={t('plans.fields.note')}
          isOptional
          value={value.note ?? ''}
          onChange={(note) => onChange({ ...value, note })}
        />
      </div>
    </div>
  )
}
