import { DISPUTE_REASONS } from '#contract/collecting/desk'

import { useT } from '../../../language/texts.ts'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import type { StepProps } from './step-props.ts'

/** Which invoice, what is wrong with it, and how much of it. */
export function DisputeStep({ form, draft, onChange }: StepProps) {
  const t = useT()
  const chosen = form.items.filter(({ receivableId }) => receivableId === draft.receivableId)
  const open = chosen.reduce((sum, { openMinor }) => sum + openMinor, 0)
  const left = open - (chosen[0]?.disputedMinor ?? 0)
  const numbers = new Map(form.items.map(({ receivableId, number }) => [receivableId, number]))
  const options = [...numbers].map(([value, name]) => ({ value, name }))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('outcome.invoice')}
          value={draft.receivableId ?? ''}
          options={[
            ...(draft.receivableId === null ? [{ value: '', name: t('outcome.choose') }] : []),
            ...options,
          ]}
          onChange={(receivableId) => onChange({ receivableId, disputedMinor: null })}
        />
        <MoneyField
          key={draft.receivableId}
          label={t('outcome.disputed')}
          currency={chosen[0]?.currency ?? draft.currency}
          minor={draft.disputedMinor ?? (chosen.length > 0 ? left : null)}
          onChange={(minor) => onChange({ disputedMinor: minor === left ? null : minor })}
        />
      </div>
      <ChoiceTiles
        label={t('outcome.reason')}
        value={draft.reason ?? ''}
        options={DISPUTE_REASONS.map((value) => ({
          value,
          name: t(`desk.dispute.reasons.${value}`),
        }))}
        onChange={(reason) => reason !== '' && onChange({ reason })}
      />
    </div>
  )
}
