import type { ContactFact, CustomerFacts } from '../../gate/rules/facts.ts'
import { reason, type Reason } from '../../gate/rules/reasons.ts'

/**
 * Why a message that the customer themselves asked for cannot go to somebody. It answers them, so
 * that neither a gap nor a promise holds it; who must not be written to is not.
 */
export function hindrancesOf(
  facts: Pick<CustomerFacts, 'ball' | 'contacts'>,
  contactId: string | null,
): Reason[] {
  if (facts.ball?.lane === 'legal') return [reason('ball_with_legal')]
  const contact = facts.contacts.find(({ id }) => id === contactId)
  return contact ? lackOf(contact) : [reason('no_contact')]
}

function lackOf({ doNotContact, emailHash, hasBounced }: ContactFact): Reason[] {
  if (doNotContact) return [reason('do_not_contact')]
  if (emailHash === null) return [reason('no_email_address')]
  return hasBounced ? [reason('email_bounced')] : []
}
