import { useT } from '../../../language/texts.ts'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { MandateLeft } from '../mandates/MandateLeft.tsx'
import { DayChips } from './DayChips.tsx'
import { promisable } from './draft.ts'
import type { StepProps } from './step-props.ts'

/** How much, and when: both are one tap where the usual answer is right. */
export function PromisedStep({ form, draft, onChange, onNext }: StepProps) {
  const t = useT()
  const { currency, openItemId, minor, day } = draft
  const standing = form.standings.find((one) => one.currency === currency)
  const latestDay = standing?.latestDay ?? null
  const isBeyond = day !== null && latestDay !== null && day > latestDay
  const items = form.items.map((item) => ({ value: item.openItemId, name: item.number }))
  const accounts = form.standings.map((one) => ({
    value: one.currency,
    name:
      form.standings.length > 1
        ? `${t('outcome.account')} (${one.currency})`
        : t('outcome.account'),
  }))
  const choose = (value: string) => {
    const item = form.items.find((one) => one.openItemId === value)
    const account = form.standings.find((one) => one.currency === value)
    if (item) {
      const open = item.openMinor - item.disputedMinor
      onChange({ openItemId: value, currency: item.currency, minor: open })
    } else if (account) {
      onChange({ openItemId: null, currency: value, minor: promisable(account) })
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-3">
        <MoneyField
          key={openItemId ?? currency}
          label={t('outcome.amount')}
          currency={currency}
          minor={minor}
          onChange={(next) => onChange({ minor: next })}
        />
        <Select
          label={t('outcome.for')}
          value={openItemId ?? currency}
          options={[...accounts, ...items]}
          onChange={choose}
        />
      </div>
      <DayChips
        label={t('outcome.ask.promised')}
        day={day}
        latestDay={latestDay}
        onChoose={(next) =>
          latestDay !== null && next > latestDay ? onChange({ day: next }) : onNext({ day: next })
        }
        onPick={(next) => onChange({ day: next })}
      />
      {isBeyond && (
        <TextField
          label={t('outcome.noteToApprover')}
          isOptional
          maxLength={1000}
          value={draft.note}
          onChange={(note) => onChange({ note })}
        />
      )}
      <MandateLeft customerId={form.customer.id} currency={currency} />
    </div>
  )
}
