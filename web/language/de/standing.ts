import type { standing as source } from '../en/standing.ts'
import type { Translated } from '../translated.ts'

export const standing: Translated<typeof source> = {
  owed: 'offen',
  overdue: 'überfällig',
  promised: 'zugesagt',
  disputed: 'reklamiert',
  onAccount: 'Guthaben',
  credit: 'Gutschriften',
  balance: 'Saldo',
  dueOn: 'fällig {day}',
  laterItems_one: '{count} weitere Rechnung',
  laterItems_other: '{count} weitere Rechnungen',
  fromPromises: 'Offene Zusagen, bis ihr Tag vorüber ist.',
  fromDisputes: 'Offene Reklamationen. Der Rest jeder Rechnung bleibt einforderbar.',
  fromCredits: 'Offene Gutschriften. Sie mindern, was gefordert wird.',
  fromAccount: 'Geld, das kam und noch keiner Rechnung zugeordnet ist.',
  fromItems: 'Offene Beträge der Rechnungen: berechnet, weniger bezahlt oder gutgeschrieben.',
  fromLate: 'Offene Beträge, deren Fälligkeitstag vorüber ist.',
  disputeLine: '{number}: {reason}',
  promiseLine: 'zugesagt für {day}',
  paymentLine: 'eingegangen {day}',
  nothing: 'Nichts.',
}
