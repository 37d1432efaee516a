import type { ContactFact, CustomerFacts } from '../../gate/rules/facts.ts'

/** A person's messages of this run count before they are sent: several customers may share them. */
export function withPlanned(
  customer: CustomerFacts,
  planned: ReadonlyMap<string, number>,
): CustomerFacts {
  const isPlanned = ({ emailHash }: ContactFact) => emailHash !== null && planned.has(emailHash)
  if (planned.size === 0 || !customer.contacts.some(isPlanned)) return customer
  const contacts = customer.contacts.map((contact) => {
    const more = contact.emailHash === null ? 0 : (planned.get(contact.emailHash) ?? 0)
    return more === 0 ? contact : { ...contact, recentMessages: contact.recentMessages + more }
  })
  return { ...customer, contacts }
}
