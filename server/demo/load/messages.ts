import type { Transaction } from '../../database/database.ts'
import { addDays, addSeconds, type Day, instantAt } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { emailKey } from '../../ledger/index.ts'
import {
  messageIdOf,
  renderMessage,
  statementCurrency,
  type Message,
  type StatementSnapshot,
  type Templates,
} from '../../talking/index.ts'
import type { AccountItem } from '../account.ts'
import { COLLEAGUES, emailOf, ENTITIES } from '../company.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { Taken } from '../story/reminders.ts'
import type { Cast } from './cast.ts'

type Written = Extract<Message, { kind: 'rendered' }>

/** A message of the past with everything that its row needs. */
export type Sent = { readonly step: Taken; readonly row: Row<'messages'> }

export type Sending = {
  readonly cast: Cast
  readonly templates: Templates
  /** Customers whose mail came back. */
  readonly bounced: ReadonlySet<string>
  /** The one message of which nobody knows whether it arrived. */
  readonly unknown: string | null
  readonly entryOf: (step: Taken) => string
}

const DOMAIN = 'kessler-moreau.example'

/** Writes the past's messages from the accounts as they were on their days. */
export function sentOf(step: Taken, sending: Sending): Sent | null {
  const { templateKey, announces } = step.rung
  const contact = step.account.customer.contacts.find(({ isPrimary }) => isPrimary)
  if (templateKey === null || !contact || contact.email === '') return null
  const snapshot = snapshotOn(step)
  const nextStep = announces ? { kind: announces, on: addDays(step.on, 7) } : null
  const message = renderMessage(sending.templates, {
    templateKey,
    language: step.account.customer.language,
    snapshot,
    ...(nextStep ? { extra: { nextStep } } : {}),
  })
  if (message.kind === 'held') return null
  return { step, row: messageRow(step, { snapshot, message }, sending) }
}

type Content = { readonly snapshot: StatementSnapshot; readonly message: Written }

function messageRow(step: Taken, content: Content, sending: Sending): Row<'messages'> {
  const { cast } = sending
  const { organisationId } = cast
  const { account, ladder, rung } = step
  const { customer } = account
  const cycle = cycleOf(step)
  const identity = [organisationId, customer.id, ladder.playbookId, rung.key, cycle, 'email', '1']
  return {
    id: step.id,
    organisationId,
    customerId: customer.id,
    legalEntityId: cast.entities[customer.entity],
    runEntryId: sending.entryOf(step),
    playbookId: ladder.playbookId,
    playbookVersion: ladder.version,
    stepKey: rung.key,
    cycle,
    channel: 'email',
    stepName: rung.name,
    templateKey: rung.templateKey ?? '',
    lane: rung.lane,
    isTest: false,
    messageIdHeader: messageIdOf(identity, DOMAIN),
    onDay: step.on,
    ...contentOf(step, content, cast),
    ...deliveryOf(step, sending),
  }
}

function contentOf(step: Taken, { snapshot, message }: Content, { keys, people }: Cast) {
  const contact = step.account.customer.contacts.find(({ isPrimary }) => isPrimary)
  const email = contact?.email ?? ''
  const sender = senderOf(step)
  const to = [{ name: contact?.name ?? '', address: email }]
  const replyTo = { name: sender.name, address: emailOf(sender) }
  return {
    language: message.language,
    contactId: contact?.id ?? null,
    senderId: people[sender.key],
    recipients: keys.encrypt(
      JSON.stringify({ senderName: sender.name, replyTo, to, intended: to }),
    ),
    subject: keys.encrypt(message.subject),
    bodyText: keys.encrypt(message.text),
    bodyHtml: keys.encrypt(message.html),
    recipientHash: keys.hash(emailKey(email)),
    snapshot: keys.encrypt(JSON.stringify({ figures: snapshot, hasStatement: true })),
    totals: JSON.stringify(totalsOf(snapshot)),
  }
}

type Delivered = Pick<
  Row<'messages'>,
  'state' | 'claimedAt' | 'handedOverAt' | 'answeredAt' | 'answer'
>

function deliveryOf(step: Taken, { bounced, unknown }: Sending): Delivered {
  const claimedAt = sentAt(step)
  const state =
    step.id === unknown ? 'unknown' : bounced.has(step.account.customer.id) ? 'bounced' : 'accepted'
  const answers = {
    accepted: '250 2.0.0 Ok: queued',
    bounced: '550 5.1.1 The email account that you tried to reach does not exist',
    unknown: 'the connection was lost after the message had been handed over',
  }
  return {
    state,
    claimedAt,
    handedOverAt: addSeconds(claimedAt, 1),
    answeredAt: addSeconds(claimedAt, 2),
    answer: answers[state],
  }
}

export function sentAt({ account, on }: Pick<Taken, 'account' | 'on'>) {
  return instantAt(ENTITIES[account.customer.entity].timeZone, on, '08:30')
}

export function cycleOf({ anchor }: Taken): string {
  return `${anchor.id}@${anchor.dueOn}`
}

/** Finance writes as the customer's collector, the seller's lane as the seller. */
function senderOf({ rung, account }: Taken) {
  const key = rung.lane === 'seller' ? account.customer.owner : account.customer.collector
  const colleague = COLLEAGUES.find((each) => each.key === key)
  if (!colleague) throw new Error(`nobody is called ${key}`)
  return colleague
}

function snapshotOn(step: Taken): StatementSnapshot {
  const { account, on } = step
  const { customer } = account
  const { name, address, country, timeZone, vatId, paymentDetails, iban } =
    ENTITIES[customer.entity]
  const concerned = new Set(step.concerned.map(({ id }) => id))
  const open = account.items.filter((item) => item.openOn(on) !== 0)
  const sender = senderOf(step)
  return {
    asOf: on,
    ledgerSyncedAt: addSeconds(sentAt(step), -3_600),
    paymentsConsideredUntil: addDays(on, -1),
    entity: { name, address, country, timeZone, vatId, paymentDetails, iban },
    customer: {
      number: customer.number,
      name: customer.name,
      address: customer.address,
      country: customer.country,
    },
    recipient: { name: customer.contacts.find(({ isPrimary }) => isPrimary)?.name ?? '' },
    sender: { name: sender.name, title: sender.title, phone: sender.phone, email: emailOf(sender) },
    currencies: [...Map.groupBy(open, ({ document }) => document.currency)].map(
      ([currency, items]) =>
        statementCurrency(
          currency,
          items.map((item) => factOf(item, on, concerned)),
          0,
          on,
        ),
    ),
  }
}

function factOf(item: AccountItem, on: Day, concerned: ReadonlySet<string>) {
  const { document } = item
  return {
    openItemId: item.id,
    number:
      document.items.length > 1
        ? `${item.number} (${item.sequence}/${document.items.length})`
        : item.number,
    kind: document.kind,
    issuedOn: document.issuedOn,
    dueOn: item.dueOn,
    totalMinor: item.totalMinor,
    openMinor: item.openOn(on),
    disputedMinor: 0,
    purchaseOrder: document.purchaseOrder,
    isConcerned: concerned.has(item.id),
  }
}

export function totalsOf({ currencies }: StatementSnapshot) {
  return currencies
    .filter(({ payableMinor }) => payableMinor > 0)
    .map(({ currency, payableMinor }) => ({ currency, minor: payableMinor }))
}

/** The steps that the items of a message or task have come to with it. */
export function reachedRows(
  { organisationId }: Cast,
  step: Taken,
  by: { readonly messageId: string | null; readonly taskId: string | null },
): Row<'reachedSteps'>[] {
  return step.reached.map(({ item, rung }) => ({
    id: newId(),
    organisationId,
    customerId: step.account.customer.id,
    openItemId: item.id,
    playbookId: step.ladder.playbookId,
    stepKey: rung.key,
    level: rung.level,
    cycleDueOn: item.dueOn,
    messageId: by.messageId,
    taskId: by.taskId,
    reachedOn: step.on,
  }))
}

export async function writeMessages(
  tx: Transaction,
  cast: Cast,
  sent: readonly Sent[],
): Promise<void> {
  await insertAll(
    tx,
    'messages',
    sent.map(({ row }) => row),
  )
  const rows = sent.flatMap(({ step, row }) =>
    // What came back has reached nobody: its steps are open again.
    reachedRows(cast, step, { messageId: step.id, taskId: null }).map((reached) => ({
      ...reached,
      releasedAt: row.state === 'bounced' ? (row.answeredAt ?? null) : null,
    })),
  )
  await insertAll(tx, 'reachedSteps', onceEach(rows))
}

/** The same item can come to a step once only. */
function onceEach(rows: readonly Row<'reachedSteps'>[]): Row<'reachedSteps'>[] {
  const seen = new Map<string, Row<'reachedSteps'>>()
  for (const row of rows) {
    const key = `${row.openItemId} ${row.stepKey}`
    if (!seen.has(key)) seen.set(key, row)
  }
  return [...seen.values()]
}
