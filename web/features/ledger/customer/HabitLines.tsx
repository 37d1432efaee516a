import { currentLanguage, type T, useT } from '../../../language/texts.ts'
import { numberText } from '../../../ui/format/number.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Customer } from '../customers/customers.ts'

type Habits = Customer['habits']
type Calendar = Habits['calendar']

/** 5 January 2026 was a Monday. */
const A_MONDAY = Date.UTC(2026, 0, 5, 12)
const DAY_MILLISECONDS = 86_400_000
const MONTH_END = 31

/** How they pay: how late, and on which days; few payments say so. */
export function HabitLines({ habits }: { readonly habits: Habits }) {
  const t = useT()
  const { locale } = useReader()
  return (
    <div className="text-13">
      {habits.averageDaysLate !== null && <p>{lateText(t, habits.averageDaysLate, locale)}</p>}
      <p className="text-12 text-soft">{calendarText(t, habits.calendar)}</p>
    </div>
  )
}

function lateText(t: T, averageDaysLate: number, locale: string): string {
  const rounded = Math.round(averageDaysLate)
  const days = numberText(Math.abs(rounded), locale)
  if (rounded === 0) return t('customer.habits.onTime')
  return rounded > 0 ? t('customer.habits.late', { days }) : t('customer.habits.early', { days })
}

function calendarText(t: T, { weekdays, monthDays, kept, payments }: Calendar): string {
  const language = currentLanguage()
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const named = weekdays.map((one) => weekday.format(A_MONDAY + (one - 1) * DAY_MILLISECONDS))
  const dates = monthDays.map((date) =>
    date === MONTH_END
      ? t('customer.habits.monthEnd')
      : t('customer.habits.around', { date: String(date) }),
  )
  const parts = [
    ...(named.length > 0 ? [t('customer.habits.weekday', { weekday: list.format(named) })] : []),
    ...(dates.length > 0 ? [list.format(dates)] : []),
  ]
  if (parts.length === 0) return t('customer.habits.noDays', { count: payments })
  const days = parts.join(' ')
  return t('customer.habits.days', { days, kept: String(kept), count: payments })
}
