import type { Channel, Step } from '../../playbooks/rules/content.ts'
import type { Recipient } from './decision.ts'
import type { ContactFact, CustomerFacts, GatePolicy } from './facts.ts'
import { reason, type Reason, type ReasonCode } from './reasons.ts'

export type Way = {
  readonly channel: Channel
  /** 'contact' when no channel reaches anybody: a person has to find an address. */
  readonly taskKind: Channel | 'contact' | null
  readonly recipient: Recipient
  /** Why earlier channels were passed over. */
  readonly reasons: readonly Reason[]
}

/** The way to a customer: the step's channel, else the next that reaches somebody. */
export function wayTo(facts: CustomerFacts, step: Step): Way {
  const passedOver: Reason[] = []
  for (const channel of new Set([step.channel, ...step.fallbackChannels])) {
    const contact = contactFor(facts.contacts, channel)
    const lack = lackOf(facts, channel, contact)
    if (lack === null) {
      const recipient = recipientOf(facts, contact)
      return {
        channel,
        taskKind: channel === 'email' ? null : channel,
        recipient,
        reasons: passedOver,
      }
    }
    passedOver.push(reason(lack))
  }
  const recipient = recipientOf(facts, null)
  return { channel: step.channel, taskKind: 'contact', recipient, reasons: passedOver }
}

/** True when every person there has asked not to be contacted. */
export function isSilenced({ contacts }: Pick<CustomerFacts, 'contacts'>): boolean {
  return contacts.length > 0 && contacts.every(({ doNotContact }) => doNotContact)
}

export function capReasons(
  { contacts }: CustomerFacts,
  to: Recipient,
  policy: GatePolicy,
): Reason[] {
  const person = contacts.find(({ id }) => id === to.contactId)
  if (!person || person.recentMessages < policy.frequencyCap) return []
  const { frequencyCap: cap, frequencyWindowDays: days } = policy
  return [reason('frequency_cap', { messages: person.recentMessages, cap, days })]
}

function lackOf(
  facts: CustomerFacts,
  channel: Channel,
  contact: ContactFact | null,
): ReasonCode | null {
  if (channel === 'visit' || channel === 'notice') return null
  if (channel === 'letter') return facts.hasAddress ? null : 'no_postal_address'
  if (contact) return null
  if (channel === 'email') return lackOfEmail(facts.contacts)
  if (channel === 'call') return 'no_phone'
  return facts.contacts.some(isPhoneable) ? 'no_sms_consent' : 'no_phone'
}

function lackOfEmail(contacts: readonly ContactFact[]): ReasonCode {
  const open = contacts.filter(({ doNotContact }) => !doNotContact)
  if (contacts.length === 0) return 'no_contact'
  if (open.length === 0) return 'do_not_contact'
  return open.some(({ hasBounced }) => hasBounced) ? 'email_bounced' : 'no_email_address'
}

/** Whom to write to or call: accounts payable before others, the primary one before the rest. */
function contactFor(contacts: readonly ContactFact[], channel: Channel): ContactFact | null {
  const [first] = contacts.filter((contact) => isReachable(contact, channel)).toSorted(byStanding)
  return first ?? null
}

function isReachable(contact: ContactFact, channel: Channel): boolean {
  if (contact.doNotContact) return false
  if (channel === 'email') return contact.emailHash !== null && !contact.hasBounced
  if (channel === 'sms') return isPhoneable(contact) && contact.hasSmsConsent
  return channel === 'call' ? isPhoneable(contact) : true
}

function isPhoneable({ doNotContact, phoneHash }: ContactFact): boolean {
  return !doNotContact && phoneHash !== null
}

type Standing = Pick<ContactFact, 'id' | 'role' | 'isPrimary'>

const ROLES = ['accounts_payable', 'approver', 'director', 'buyer', 'other', 'legal']

/** Whom we write to first. */
export function byStanding(a: Standing, b: Standing): number {
  return (
    ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
    Number(b.isPrimary) - Number(a.isPrimary) ||
    (a.id < b.id ? -1 : 1)
  )
}

function recipientOf(facts: CustomerFacts, contact: ContactFact | null): Recipient {
  return {
    contactId: contact?.id ?? null,
    emailHash: contact?.emailHash ?? null,
    language: contact?.language ?? facts.language,
    timeZone: contact?.timeZone ?? facts.timeZone,
  }
}
