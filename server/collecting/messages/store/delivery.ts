import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { Reason } from '../../gate/rules/reasons.ts'

export type Outgoing = {
  readonly id: string
  readonly customerId: string
  readonly contactId: string | null
  readonly runEntryId: string | null
  readonly language: string
  readonly messageIdHeader: string
  /** Encrypted. */
  readonly recipients: string
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string
  readonly snapshot: string
}

/** What a claimed message says; nothing once it has left or somebody else holds it. */
export async function selectOutgoing(
  tx: Transaction,
  id: string,
  processId: string,
): Promise<Outgoing | undefined> {
  return tx
    .selectFrom('messages')
    .select([
      'id',
      'customerId',
      'contactId',
      'runEntryId',
      'language',
      'messageIdHeader',
      'recipients',
      'subject',
      'bodyText',
      'bodyHtml',
      'snapshot',
    ])
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where('claimedBy', '=', processId)
    .executeTakeFirst()
}

/** From here on the message may have left. True for exactly one process, once. */
export async function handOver(
  tx: Transaction,
  id: string,
  handing: { processId: string; at: Instant; statementSha256: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('messages')
    .set({
      state: 'handed_over',
      handedOverAt: handing.at,
      handedOverBy: handing.processId,
      statementSha256: handing.statementSha256,
    })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where('claimedBy', '=', handing.processId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Answer = {
  readonly state: 'accepted' | 'refused' | 'unknown' | 'claimed'
  readonly answer: string
  readonly at: Instant
}

/**
 * Notes what the mail server said to the process that handed the message over. What was for certain
 * not handed over is claimed by nobody again, from now on.
 */
export async function answerMessage(
  tx: Transaction,
  id: string,
  processId: string,
  { state, answer, at }: Answer,
): Promise<boolean> {
  const isBack = state === 'claimed'
  const { numUpdatedRows } = await tx
    .updateTable('messages')
    .set({
      state,
      answer,
      ...(isBack
        ? { handedOverAt: null, handedOverBy: null, claimedBy: '', claimedAt: at }
        : { answeredAt: at }),
    })
    .where('id', '=', id)
    .where('state', '=', 'handed_over')
    .where('handedOverBy', '=', processId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Messages that are neither finished nor decided, by the process that has them. */
export async function selectUnfinished(tx: Transaction, organisationId: string) {
  const { rows } = await sql<{
    id: string
    customerId: string
    state: 'claimed' | 'handed_over'
    processId: string
    runEntryId: string | null
    claimedAt: Instant
  }>`
    select id, customer_id, state, run_entry_id, claimed_at,
      case state when 'claimed' then claimed_by else handed_over_by end as process_id
    from messages
    where organisation_id = ${organisationId} and state in ('claimed', 'handed_over')
    order by id`.execute(tx)
  return rows
}

/** Marks what a dead process had handed over: whether it arrived is not known. */
export async function markUnknown(
  tx: Transaction,
  ids: readonly string[],
  { processId, at, answer }: { processId: string; at: Instant; answer: string },
) {
  const { rows } = await sql<{
    id: string
    customerId: string
    contactId: string | null
    runEntryId: string | null
  }>`
    update messages set state = 'unknown', answered_at = ${at}, answer = ${answer}
    where id = any(${ids}::uuid[]) and state = 'handed_over' and handed_over_by = ${processId}
    returning id, customer_id, contact_id, run_entry_id`.execute(tx)
  return rows
}

/** Takes messages back that were not handed over; answers those that could be. */
export async function withdrawClaimed(
  tx: Transaction,
  ids: readonly string[],
  { at, answer }: { at: Instant; answer: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    update messages set state = 'withdrawn', answered_at = ${at}, answer = ${answer}
    where id = any(${ids}::uuid[]) and state = 'claimed'
    returning id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Says on the run's entries what became of their messages in the end. */
export async function closeEntries(
  tx: Transaction,
  entryIds: readonly (string | null)[],
  { state, outcome }: { state: 'failed' | 'suppressed'; outcome: readonly Reason[] },
): Promise<void> {
  const ids = entryIds.filter((id) => id !== null)
  if (ids.length === 0) return
  await sql`update run_entries set state = ${state}, outcome = ${JSON.stringify(outcome)}::jsonb
    where id = any(${ids}::uuid[])`.execute(tx)
}
