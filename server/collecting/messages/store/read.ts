import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'

export type MessageState =
  | 'claimed'
  | 'handed_over'
  | 'accepted'
  | 'refused'
  | 'unknown'
  | 'delivered'
  | 'bounced'
  | 'withdrawn'

export type MessageRow = {
  readonly id: string
  readonly customerId: string
  readonly customerName: string
  readonly runId: string | null
  readonly state: MessageState
  readonly channel: 'email' | 'sms' | 'letter'
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly stepKey: string
  readonly stepName: string
  readonly language: string
  /** Encrypted. */
  readonly subject: string
  readonly senderName: string | null
  readonly totals: readonly Money[]
  readonly isTest: boolean
  readonly attempt: number
  readonly onDay: Day
  readonly claimedAt: Instant
  readonly answeredAt: Instant | null
  readonly answer: string
}

const COLUMNS = sql`m.id, m.customer_id, c.name as customer_name, e.run_id, m.state, m.channel,
  m.lane, m.step_key, m.step_name, m.language, m.subject, p.name as sender_name, m.totals, m.is_test,
  m.attempt, m.on_day, m.claimed_at, m.answered_at, m.answer`

const FROM = sql`from messages m join customers c on c.id = m.customer_id
  left join run_entries e on e.id = m.run_entry_id
  left join people p on p.id = m.sender_id`

export type MessageQuery = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly customerId: string | null
  readonly runId: string | null
  readonly state: string | null
  readonly before: string | null
  readonly limit: number
}

/** Messages that these owners may see, newest first: ids are in the order of time. */
export async function selectMessages(tx: Transaction, query: MessageQuery): Promise<MessageRow[]> {
  const { organisationId, owners, customerId, runId, state, before, limit } = query
  const { rows } = await sql<MessageRow>`
    select ${COLUMNS} ${FROM}
    where m.organisation_id = ${organisationId}
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
      and (${customerId}::uuid is null or m.customer_id = ${customerId}::uuid)
      and (${runId}::uuid is null or e.run_id = ${runId}::uuid)
      and (${state}::text is null or m.state = ${state})
      and (${before}::uuid is null or m.id < ${before}::uuid)
    order by m.id desc limit ${limit + 1}`.execute(tx)
  return rows
}

export type WholeMessage = MessageRow & {
  /** Encrypted. */
  readonly recipients: string
  readonly bodyText: string
  readonly bodyHtml: string
  readonly snapshot: string
  readonly messageIdHeader: string
  readonly handedOverAt: Instant | null
  readonly contactId: string | null
  readonly runEntryId: string | null
}

const WHOLE = sql`${COLUMNS}, m.recipients, m.body_text, m.body_html, m.snapshot,
  m.message_id_header, m.handed_over_at, m.contact_id, m.run_entry_id`

export async function selectMessage(
  tx: Transaction,
  id: string,
  owners: readonly string[] | null,
): Promise<WholeMessage | undefined> {
  const { rows } = await sql<WholeMessage>`
    select ${WHOLE} ${FROM}
    where m.id = ${id} and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))`.execute(
    tx,
  )
  return rows[0]
}

/** The newest message of an entry, if one was claimed. */
export async function selectMessageOfEntry(
  tx: Transaction,
  entryId: string,
): Promise<WholeMessage | undefined> {
  const { rows } = await sql<WholeMessage>`
    select ${WHOLE} ${FROM}
    where m.run_entry_id = ${entryId} order by m.id desc limit 1`.execute(tx)
  return rows[0]
}

export type Decidable = {
  readonly id: string
  readonly customerId: string
  readonly legalEntityId: string
  readonly contactId: string | null
  readonly runEntryId: string | null
  readonly state: MessageState
  /** Null is a message that a person asked for. */
  readonly playbookId: string | null
  readonly stepKey: string
  readonly cycle: string
  readonly answer: string
}

/** Holds a message while somebody decides about it. */
export async function selectForDecision(
  tx: Transaction,
  id: string,
  owners: readonly string[] | null,
): Promise<Decidable | undefined> {
  const { rows } = await sql<Decidable>`
    select m.id, m.customer_id, m.legal_entity_id, m.contact_id, m.run_entry_id, m.state,
      m.playbook_id, m.step_key, m.cycle, m.answer
    from messages m join customers c on c.id = m.customer_id
    where m.id = ${id} and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    for no key update of m`.execute(tx)
  return rows[0]
}

export async function setMessageState(
  tx: Transaction,
  id: string,
  change: { state: MessageState; answer: string; answeredAt: Instant },
): Promise<void> {
  await tx.updateTable('messages').set(change).where('id', '=', id).execute()
}

/** The message that a delivery report names, whatever its organisation's other messages. */
export async function selectByHeader(
  tx: Transaction,
  organisationId: string,
  messageIdHeader: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('messageIdHeader', '=', messageIdHeader)
    .executeTakeFirst()
  return row?.id ?? null
}
