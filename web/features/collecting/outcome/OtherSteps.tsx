import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { DayChips } from './DayChips.tsx'
import { InvoiceChoice } from './InvoiceChoice.tsx'
import type { StepProps } from './step-props.ts'

export function DocumentsStep({ form, draft, onChange }: StepProps) {
  const t = useT()
  return (
    <InvoiceChoice
      label={t('outcome.documentsOf')}
      items={form.items}
      chosen={draft.receivableIds}
      onChange={(receivableIds) => onChange({ receivableIds })}
      hasDocuments
    />
  )
}

export function PersonStep({ draft, onChange }: StepProps) {
  const t = useT()
  const { right } = draft
  const change = (part: Partial<NonNullable<typeof right>>) =>
    right && onChange({ right: { ...right, ...part } })
  return (
    <div className="flex flex-col gap-4">
      <Checkbox
        label={t('outcome.knowsRight')}
        hint={t('outcome.knowsRightHint')}
        isChecked={right !== null}
        onChange={(isKnown) =>
          onChange({ right: isKnown ? { name: '', email: '', phone: '' } : null })
        }
      />
      {right && (
        <>
          <TextField
            label={t('outcome.name')}
            isRequired
            maxLength={200}
            autoComplete="off"
            value={right.name}
            onChange={(name) => change({ name })}
          />
          <TextField
            label={t('outcome.email')}
            isOptional
            type="email"
            inputMode="email"
            autoComplete="off"
            value={right.email}
            onChange={(email) => change({ email })}
          />
          <TextField
            label={t('outcome.phone')}
            isOptional
            type="tel"
            inputMode="tel"
            autoComplete="off"
            value={right.phone}
            onChange={(phone) => change({ phone })}
          />
        </>
      )}
    </div>
  )
}

export function RefusesStep({ draft, onChange }: StepProps) {
  const t = useT()
  const lanes = ['finance', 'legal'] as const
  return (
    <ChoiceTiles
      label={t('outcome.ask.refuses')}
      value={draft.to}
      options={lanes.map((value) => ({ value, name: t(`outcome.to.${value}`) }))}
      onChange={(to) => onChange({ to })}
    />
  )
}

export function RetryStep({ draft, onChange, onNext }: StepProps) {
  const t = useT()
  return (
    <DayChips
      label={t('outcome.ask.not_reached')}
      day={draft.retryOn}
      onChoose={(retryOn) => onNext({ retryOn })}
      onPick={(retryOn) => onChange({ retryOn })}
    />
  )
}
