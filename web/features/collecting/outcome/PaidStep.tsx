import { PAID_BY } from '#contract/collecting/desk/outcomes'

import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useReader } from '../../../ui/reader.ts'
import { InvoiceChoice } from './InvoiceChoice.tsx'
import type { StepProps } from './step-props.ts'

/** What they say that they paid: whatever they know helps finance to find it. */
export function PaidStep({ form, draft, onChange }: StepProps) {
  const t = useT()
  const { today } = useReader()
  const isReported = draft.paidBy === 'cash' || draft.paidBy === 'cheque'
  const isMailable = form.isMailReady && form.contacts.some((one) => one.isMailable)
  return (
    <div className="flex flex-col gap-4">
      <ChoiceTiles
        label={t('outcome.paidBy')}
        value={draft.paidBy}
        options={PAID_BY.map((value) => ({ value, name: t(`outcome.by.${value}`) }))}
        onChange={(paidBy) => onChange({ paidBy })}
      />
      {isReported && <p className="text-13 text-soft">{t('outcome.reportedOnly')}</p>}
      <div className="grid grid-cols-2 gap-3">
        <MoneyField
          label={t('outcome.amount')}
          isOptional
          currency={draft.currency}
          minor={draft.minor}
          onChange={(minor) => onChange({ minor })}
        />
        <DateField
          label={t('outcome.paidOn')}
          isOptional
          day={draft.paidOn}
          to={today}
          onChange={(paidOn) => onChange({ paidOn })}
        />
      </div>
      <TextField
        label={t('outcome.reference')}
        isOptional
        maxLength={140}
        value={draft.reference}
        onChange={(reference) => onChange({ reference })}
      />
      <InvoiceChoice
        label={t('outcome.paidInvoices')}
        items={form.items}
        chosen={draft.receivableIds}
        onChange={(receivableIds) => onChange({ receivableIds })}
      />
      {isMailable && (
        <Checkbox
          label={t('outcome.asksForDetails')}
          hint={t('outcome.asksForDetailsHint')}
          isChecked={draft.asksForDetails}
          onChange={(asksForDetails) => onChange({ asksForDetails })}
        />
      )}
    </div>
  )
}
