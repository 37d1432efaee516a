import { formatsOf } from '../../../talking/index.ts'
import type { Invite } from '../by-link/matter.ts'
import { selectCustomer } from '../common/store.ts'
import { shownOffer } from '../offers/offers.ts'
import { shownTurn } from '../outcomes/telling/telling.ts'
import { ballWords } from './words/words.ts'

/** Asks the seller whether they take a customer over; not any more once they cannot. */
export const inviteToTake: Invite = async (desk, { customerId, reader: { language } }) => {
  const customer = await selectCustomer(desk.tx, customerId, desk.actor.owners, false)
  if (!customer) return 'over'
  const shown = await shownOffer(desk, customer)
  if (shown.refusal !== null || shown.isDeclined) return 'over'
  const words = ballWords(language)
  const formats = formatsOf(language)
  return {
    purpose: 'take_ball',
    subject: { kind: 'customer', id: customerId },
    expiresAt: shown.expiresAt,
    title: words.take.title(customer.name),
    text: words.take.asks(shown.askerName, formats.day(shown.returnsOn, 'weekday')),
    facts: ballFacts(language, { ...shown, customerName: customer.name }),
    quote: shown.note,
    button: words.take.button,
    smallPrint: words.smallPrint(formats.moment(shown.expiresAt, desk.organisation.timeZone)),
  }
}

/** Asks the seller who holds a customer what came of it; not any more once they do not. */
export const inviteToTell: Invite = async (desk, { subject, reader: { language } }) => {
  const shown = await shownTurn(desk, subject.id)
  if (!shown?.isHeld) return 'over'
  const words = ballWords(language)
  const formats = formatsOf(language)
  const day = formats.day(shown.returnsOn, 'weekday')
  return {
    purpose: 'log_outcome',
    subject,
    maxUses: 3,
    expiresAt: shown.expiresAt,
    title: words.tell.title(shown.customerName),
    text: words.tell.asks(shown.askerName, shown.customerName, day),
    facts: ballFacts(language, shown),
    quote: shown.question,
    button: words.tell.button,
    smallPrint: words.smallPrint(formats.moment(shown.expiresAt, desk.organisation.timeZone)),
  }
}

type Owing = {
  readonly customerName: string
  readonly overdue: readonly { readonly minor: number; readonly currency: string }[]
  readonly daysLate: number
}

/** What a seller should know before they answer, as lines of name and value. */
export function ballFacts(
  language: string,
  { customerName, overdue, daysLate }: Owing,
): [string, string][] {
  const { facts, days } = ballWords(language)
  const formats = formatsOf(language)
  const lines: [string, string][] = [[facts.customer, customerName]]
  if (overdue.length > 0) lines.push([facts.overdue, formats.list(overdue.map(formats.money))])
  if (daysLate > 0) lines.push([facts.oldest, days(formats.number(daysLate))])
  return lines
}
