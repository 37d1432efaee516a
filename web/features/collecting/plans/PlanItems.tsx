import { useT } from '../../../language/texts.ts'
import { dueText } from '../../../ui/DayText.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { type PlanItem, sumOf } from './offer.ts'
import type { Plannable } from './plannable.ts'

type PlanItemsProps = {
  readonly currency: string
  readonly plannable: readonly Plannable[]
  readonly chosen: readonly PlanItem[]
  readonly onChange: (items: readonly PlanItem[]) => void
}

/** Which invoices the plan covers, each with what of it can be planned. */
export function PlanItems({ currency, plannable, chosen, onChange }: PlanItemsProps) {
  const t = useT()
  const { today, locale } = useReader()
  const isChosen = (id: string) => chosen.some(({ openItemId }) => openItemId === id)
  const hintOf = ({ dueOn, isInPlan, disputedMinor }: Plannable) => {
    if (isInPlan) return t('plans.fields.inPlan')
    const disputed = moneyText({ minor: disputedMinor, currency }, locale)
    const due = dueText(t, dueOn, today)
    return disputedMinor > 0 ? `${due} · ${t('plans.fields.disputed', { amount: disputed })}` : due
  }
  return (
    <fieldset>
      <legend className="text-13 font-medium">{t('plans.fields.items')}</legend>
      <ul className="mt-1 max-h-64 overflow-y-auto rounded-8 shadow-[inset_0_0_0_1px_var(--color-line)]">
        {plannable.map((item) => (
          <li
            key={item.openItemId}
            className="flex items-start justify-between gap-3 border-b border-line px-3 last:border-0"
          >
            <Checkbox
              label={item.number}
              hint={hintOf(item)}
              isChecked={isChosen(item.openItemId)}
              isDisabled={item.isInPlan}
              onChange={(isChecked) =>
                onChange(
                  plannable.filter(({ openItemId }) =>
                    openItemId === item.openItemId ? isChecked : isChosen(openItemId),
                  ),
                )
              }
            />
            <span className="py-2 text-13">
              <Money amount={{ minor: item.minor, currency }} isAligned />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 flex justify-between gap-3 px-3 text-13 font-medium">
        {t('plans.fields.total')}
        <Money amount={{ minor: sumOf(chosen), currency }} isAligned />
      </p>
    </fieldset>
  )
}
