import type { Transaction } from '../../database/database.ts'
import type { Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'
import { freezeSnapshotFacts, ownersOf, type SnapshotFacts } from '../../ledger/index.ts'
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
import { maySign } from './rules/signing.ts'
import {
  selectAddressees,
  selectSenders,
  type AddresseeRow,
  type SenderRow,
} from './store/people.ts'
import type { FileRef } from './stored.ts'
import { inTurns } from './together.ts'

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
  /** Documents beside the statement. */
  readonly files?: readonly FileRef[]
  /** The Message-ID of the mail that it goes on from. */
  readonly follows?: string
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
  const owners = await ownersOf(tx, customerIds)
  const addressees = await selectAddressees(tx, contactIds)

  return inTurns(drafts, (draft) =>
    safely(() => {
      const { customerId, decision, senderId } = draft
      const facts = frozen.get(customerId)
      if (!facts) throw new Error(`no account of customer ${customerId}`)
      const named = senderId === null ? undefined : senders.get(senderId)
      const signing = { isFormal: decision.isFormal, ownerId: owners.get(customerId) ?? null }
      const person = named && maySign(named, signing) ? named : undefined
      const addressee = addressees.get(decision.recipient.contactId ?? '')
      return written(desk, {
        ...wishOf(decision),
        facts,
        ...peopleOf(desk, facts, person, addressee),
      })
    }),
  )
}

function peopleOf(
  { keys, installation }: Desk,
  facts: SnapshotFacts,
  person: SenderRow | undefined,
  addressee: AddresseeRow | undefined,
) {
  const sender: StatementSender = person
    ? { ...person, email: installation.decrypt(person.email) }
    : { name: facts.entity.name, title: '', phone: '', email: '' }
  const recipient: Mailbox = addressee
    ? { name: keys.decrypt(addressee.name), address: keys.decrypt(addressee.email) }
    : { name: '', address: '' }
  return { sender, recipient, senderId: person?.id ?? null }
}

export type OwnDraft = {
  readonly customerId: string
  readonly templateKey: string
  /** Null is the customer's. */
  readonly language: string | null
  readonly contactId: string | null
  readonly senderId: string | null
  readonly receivableIds: readonly string[]
  readonly hasStatement: boolean
  readonly files: readonly FileRef[]
  readonly extra: MessageExtra
  /** Finance or the company signs it, never the customer's seller. */
  readonly isFormal?: boolean
}

/** Writes a message that no playbook asked for, about these invoices. */
export async function writeOwn(tx: Transaction, desk: Desk, draft: OwnDraft): Promise<Written> {
  const { customerId, senderId, contactId, templateKey, language, files } = draft
  const frozen = await freezeSnapshotFacts(tx, desk.keys, [customerId], desk.asOf)
  const senders = await selectSenders(tx, desk.organisationId, senderId === null ? [] : [senderId])
  const addressees = await selectAddressees(tx, contactId === null ? [] : [contactId])
  const facts = frozen.get(customerId)
  if (!facts) throw new Error(`no account of customer ${customerId}`)

  const items = facts.currencies.flatMap(({ items: of }) => of)
  const about = items.filter(({ receivableId }) => draft.receivableIds.includes(receivableId))
  const named = senders.get(senderId ?? '')
  const ownerId = (await ownersOf(tx, [customerId])).get(customerId) ?? null
  const signing = { isFormal: draft.isFormal ?? false, ownerId }
  const person = named && maySign(named, signing) ? named : undefined
  const people = peopleOf(desk, facts, person, addressees.get(contactId ?? ''))
  const answer = safely(() =>
    written(desk, {
      templateKey,
      language: language ?? facts.customer.language,
      concerned: new Set(about.map(({ openItemId }) => openItemId)),
      extra: draft.extra,
      asksForMoney: false,
      hasStatement: draft.hasStatement,
      facts,
      ...people,
    }),
  )
  return answer.kind === 'faulty'
    ? answer
    : { kind: 'written', letter: { ...answer.letter, files } }
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

/** What a message is about and how it says it. */
type Wish = {
  readonly templateKey: string
  readonly language: string
  readonly concerned: ReadonlySet<string>
  readonly extra: MessageExtra
  readonly asksForMoney: boolean
  readonly hasStatement: boolean
}

function wishOf(decision: MessageDecision): Wish {
  const { step, recipient, payment, sections } = decision
  return {
    templateKey: step.templateKey ?? '',
    language: recipient.language,
    concerned: new Set(sections.flatMap(({ items }) => items.map(({ id }) => id))),
    extra: extraOf(decision),
    asksForMoney: payment === undefined,
    hasStatement: step.attachesStatement && payment === undefined,
  }
}

type Parts = Wish & {
  readonly facts: SnapshotFacts
  readonly sender: StatementSender
  readonly senderId: string | null
  readonly recipient: Mailbox
}

function written(desk: Desk, parts: Parts): Written {
  const { templateKey, extra, concerned, facts, sender, senderId, recipient } = parts
  const snapshot = snapshotOf(facts, concerned, { sender, recipient })
  const request = { templateKey, language: parts.language, snapshot, extra }
  const message = renderMessage(desk.templates, request)
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
      totals: parts.asksForMoney ? totalsOf(snapshot) : [],
      sender: { id: senderId, name: sender.name },
      replyTo: sender.email === '' ? null : { name: sender.name, address: sender.email },
      ...addressed(recipient, desk.testMailbox),
      hasStatement: parts.hasStatement,
    },
  }
}

/** Whom it is for and to whom it goes: everything to the tester while there is one. */
export function addressed(recipient: Mailbox, testMailbox: string | null) {
  const to = testMailbox === null ? recipient : testRecipient(recipient, testMailbox)
  return { intended: [recipient], to: [to] }
}

/** The tester sees in the address for whom it would have been. */
function testRecipient({ name, address }: Mailbox, testMailbox: string): Mailbox {
  return { name: name === '' ? address : `${name} (${address})`, address: testMailbox }
}

function snapshotOf(
  facts: SnapshotFacts,
  concerned: ReadonlySet<string>,
  { sender, recipient }: { sender: StatementSender; recipient: Mailbox },
): StatementSnapshot {
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

function extraOf({ step, followsOn, payment, missed }: MessageDecision): MessageExtra {
  return {
    ...(step.announces && followsOn ? { nextStep: { kind: step.announces, on: followsOn } } : {}),
    ...(payment ? { payment } : {}),
    ...(missed ? { instalment: missed } : {}),
  }
}

/** What the message asks for. */
function totalsOf(snapshot: StatementSnapshot): Money[] {
  return snapshot.currencies
    .filter(({ payableMinor }) => payableMinor > 0)
    .map(({ currency, payableMinor }) => ({ currency, minor: payableMinor }))
}
