import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'
import { freezeSnapshotFacts, type SnapshotFacts } from '../../ledger/index.ts'
import {
  renderMessage,
  statementCurrency,
  type Mailbox,
  type MessageExtra,
  type StatementSender,
  type StatementSnapshot,
  type TemplateFinding,
  type Templates,
} from '../../talking/index.ts'
import type { Keys } from '../../world.ts'
import type { MessageDecision } from '../gate/rules/decision.ts'
import { selectAddressees, selectSenders } from './store/people.ts'
import { inPieces } from './together.ts'

/** What writing messages of an organisation needs; opened once for many. */
export type Desk = {
  readonly organisationId: string
  readonly asOf: Day
  readonly keys: Keys
  /** The installation's keys: colleagues belong to no one organisation. */
  readonly installation: Keys
  readonly templates: Templates
  /** Where everything goes instead of to customers; null when it goes to them. */
  readonly testMailbox: string | null
}

export type Draft = {
  readonly customerId: string
  readonly decision: MessageDecision
  readonly senderId: string | null
}

export type Letter = {
  readonly customerId: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly snapshot: StatementSnapshot
  readonly totals: readonly Money[]
  readonly sender: { readonly id: string | null; readonly name: string }
  readonly replyTo: Mailbox | null
  /** Whom it is for, and to whom it goes: in test mode that is somebody else. */
  readonly intended: readonly Mailbox[]
  readonly to: readonly Mailbox[]
  readonly hasStatement: boolean
}

export type Written =
  | { readonly kind: 'written'; readonly letter: Letter }
  | { readonly kind: 'faulty'; readonly findings: readonly Fault[] }

/** What keeps a message from being written: of its text, or of the record itself. */
export type Fault = Pick<TemplateFinding, 'value'> & {
  readonly code: TemplateFinding['code'] | 'record_broken'
}

/**
 * Writes messages from one frozen look at each account: text, statement and every later page show the
 * same figures. The answers are in the order of the drafts.
 */
export async function writeMessages(
  tx: Transaction,
  desk: Desk,
  drafts: readonly Draft[],
): Promise<Written[]> {
  const customerIds = drafts.map(({ customerId }) => customerId)
  const senderIds = drafts.flatMap(({ senderId }) => senderId ?? [])
  const contactIds = drafts.flatMap(({ decision }) => decision.recipient.contactId ?? [])
  const frozen = await freezeSnapshotFacts(tx, desk.keys, customerIds, desk.asOf)
  const senders = await selectSenders(tx, desk.organisationId, senderIds)
  const addressees = await selectAddressees(tx, contactIds)

  return inPieces(drafts, (draft) =>
    safely(() => {
      const { customerId, decision, senderId } = draft
      const facts = frozen.get(customerId)
      if (!facts) throw new Error(`no account of customer ${customerId}`)
      const person = senderId === null ? undefined : senders.get(senderId)
      const sender: StatementSender = person
        ? { ...person, email: desk.installation.decrypt(person.email) }
        : { name: facts.entity.name, title: '', phone: '', email: '' }
      const addressee = addressees.get(decision.recipient.contactId ?? '')
      const recipient: Mailbox = addressee
        ? { name: desk.keys.decrypt(addressee.name), address: desk.keys.decrypt(addressee.email) }
        : { name: '', address: '' }
      return written(desk, { decision, facts, sender, recipient, senderId: person?.id ?? null })
    }),
  )
}

/** A record that cannot be written about must not keep the others back. */
function safely(write: () => Written): Written {
  try {
    return write()
  } catch (error) {
    const value = error instanceof Error ? error.message : String(error)
    return { kind: 'faulty', findings: [{ code: 'record_broken', value }] }
  }
}

type Parts = {
  readonly decision: MessageDecision
  readonly facts: SnapshotFacts
  readonly sender: StatementSender
  readonly senderId: string | null
  readonly recipient: Mailbox
}

function written(desk: Desk, { decision, facts, sender, senderId, recipient }: Parts): Written {
  const snapshot = snapshotOf(facts, decision, { sender, recipient })
  const message = renderMessage(desk.templates, {
    templateKey: decision.step.templateKey ?? '',
    language: decision.recipient.language,
    snapshot,
    extra: extraOf(decision),
  })
  if (message.kind === 'held') return { kind: 'faulty', findings: message.findings }
  const { language, subject, text, html } = message
  const isTest = desk.testMailbox !== null
  return {
    kind: 'written',
    letter: {
      customerId: facts.customerId,
      language,
      subject: isTest ? `[Test] ${subject}` : subject,
      text,
      html,
      snapshot,
      totals: totalsOf(snapshot, decision),
      sender: { id: senderId, name: sender.name },
      replyTo: sender.email === '' ? null : { name: sender.name, address: sender.email },
      intended: [recipient],
      to: desk.testMailbox === null ? [recipient] : [testRecipient(recipient, desk.testMailbox)],
      hasStatement: decision.step.attachesStatement && decision.payment === undefined,
    },
  }
}

/** The tester sees in the address for whom it would have been. */
function testRecipient({ name, address }: Mailbox, testMailbox: string): Mailbox {
  return { name: name === '' ? address : `${name} (${address})`, address: testMailbox }
}

function snapshotOf(
  facts: SnapshotFacts,
  decision: MessageDecision,
  { sender, recipient }: { sender: StatementSender; recipient: Mailbox },
): StatementSnapshot {
  const concerned = new Set(decision.sections.flatMap(({ items }) => items.map(({ id }) => id)))
  const { asOf, ledgerSyncedAt, paymentsConsideredUntil, entity, customer } = facts
  const { name, title, phone, email } = sender
  return {
    asOf,
    ledgerSyncedAt,
    paymentsConsideredUntil,
    entity,
    customer: {
      number: customer.number,
      name: customer.name,
      address: customer.address,
      country: customer.country,
    },
    recipient: { name: recipient.name },
    sender: { name, title, phone, email },
    currencies: facts.currencies.map(({ currency, items, unappliedMinor }) =>
      statementCurrency(
        currency,
        items.map((item) => ({ ...item, isConcerned: concerned.has(item.openItemId) })),
        unappliedMinor,
        asOf,
      ),
    ),
  }
}

function extraOf({ step, followsOn, payment }: MessageDecision): MessageExtra {
  return {
    ...(step.announces && followsOn ? { nextStep: { kind: step.announces, on: followsOn } } : {}),
    ...(payment ? { payment } : {}),
  }
}

/** What the message asks for; a thank-you asks for nothing. */
function totalsOf(snapshot: StatementSnapshot, { payment }: MessageDecision): Money[] {
  if (payment) return []
  return snapshot.currencies
    .filter(({ payableMinor }) => payableMinor > 0)
    .map(({ currency, payableMinor }) => ({ currency, minor: payableMinor }))
}
