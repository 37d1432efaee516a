import { formatsOf } from '../../../talking/index.ts'
import type { Invite } from '../by-link/matter.ts'
import { shownApproval } from './by-link.ts'
import { approvalFacts } from './facts.ts'
import { approvalWords } from './words/words.ts'

/** Asks whoever may decide a request; not any more once it was decided or is none of theirs. */
export const inviteToDecide: Invite = async (desk, { subject, reader: { language } }) => {
  const shown = await shownApproval(desk, subject.id)
  if (!shown || shown.refusal !== null) return 'over'
  const words = approvalWords(language)
  const formats = formatsOf(language)
  const { amount, until, expiresAt, timeZone, askerName, customerName, note, kind } = shown
  return {
    purpose: 'decide_approval',
    subject,
    expiresAt,
    title: words.title(customerName),
    text: words.asks[kind](askerName, formats.money(amount), formats.day(until, 'weekday')),
    facts: [[words.facts.customer, customerName], ...approvalFacts(language, shown)],
    quote: note,
    button: words.button,
    smallPrint: words.smallPrint(formats.moment(expiresAt, timeZone)),
  }
}
