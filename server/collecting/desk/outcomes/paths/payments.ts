import { addDays, type Day } from '../../../../kernel/day.ts'
import { decimalOf } from '../../../../kernel/money.ts'
import { isReportedOnly } from '../rules.ts'
import { selectCollector } from '../store.ts'
import { invoicesOf } from './documents.ts'
import type { Followed, Logging, ResultOf } from './logging.ts'
import { answerByMail } from './mail.ts'
import { onceFor } from './tasks.ts'

/** Working days that finance has for looking. */
const SEARCH_DAYS = 2

/**
 * Finance looks for the money, the gate holds reminders while they do, and the customer is asked for
 * the payment's details. Nothing is booked: cash and cheques, too, are only reported.
 */
export async function alreadyPaid(
  at: Logging,
  result: ResultOf<'already_paid'>,
): Promise<Followed> {
  const { desk, customer, place } = at
  const invoices = await invoicesOf(at, result.receivableIds)
  const { isNew, ...search } = await onceFor(at, {
    kind: 'cash_search',
    lane: 'finance',
    dueOn: businessDaysOn(place, SEARCH_DAYS),
    note: noteOf(result, invoices),
    assigneeId: await selectCollector(desk.tx, customer.id),
  })
  // Whoever was asked already is not asked again by a colleague.
  if (!result.asksForDetails || !isNew) return { opened: [search] }

  const { opened, mail } = await answerByMail(at, {
    templateKey: 'remittance_request',
    receivableIds: result.receivableIds,
    hasStatement: false,
    files: [],
    toContactId: result.toContactId,
  })
  return { opened: [search, ...opened], ...(mail === undefined ? {} : { mail }) }
}

/** What to look for, in no language. */
function noteOf(
  { by, amount, paidOn, reference }: ResultOf<'already_paid'>,
  invoices: readonly { readonly number: string }[],
): string {
  return [
    amount === null ? '' : `${decimalOf(amount)} ${amount.currency}`,
    paidOn ?? '',
    isReportedOnly(by) ? by : '',
    reference,
    invoices.map(({ number }) => number).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
}

function businessDaysOn({ today, isBusinessDay }: Logging['place'], count: number): Day {
  let day = today
  for (let counted = 0; counted < count;) {
    day = addDays(day, 1)
    if (isBusinessDay(day)) counted += 1
  }
  return day
}
