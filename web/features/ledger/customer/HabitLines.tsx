import { currentLanguage, useT } from '../../../language/texts.ts'
import { numberText } from '../../../ui/format/number.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Customer } from '../customers/customers.ts'

/** 5 January 2026 was a Monday. */
const A_MONDAY = Date.UTC(2026, 0, 5, 12)
const DAY_MILLISECONDS = 86_400_000

/** How they pay: how late, and on which weekday. */
export function HabitLines({ habits }: { readonly habits: Customer['habits'] }) {
  const t = useT()
  const { locale } = useReader()
  const { averageDaysLate, usualWeekday, payments } = habits
  if (averageDaysLate === null)
    return <p className="text-13 text-soft">{t('customer.habits.none')}</p>
  const rounded = Math.round(averageDaysLate)
  const days = numberText(Math.abs(rounded), locale)
  const late =
    rounded > 0 ? t('customer.habits.late', { days }) : t('customer.habits.early', { days })
  const weekday =
    usualWeekday === null
      ? undefined
      : new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(
          A_MONDAY + (usualWeekday - 1) * DAY_MILLISECONDS,
        )
  return (
    <p className="text-13">
      {rounded === 0 ? t('customer.habits.onTime') : late}
      {weekday !== undefined && `, ${t('customer.habits.weekday', { weekday })}`}
      <span className="block text-12 text-faint">
        {t('customer.habits.from', { count: payments })}
      </span>
    </p>
  )
}
