import { sql } from 'kysely'

import type { Database, Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { Reason } from '../../gate/rules/reasons.ts'

type Doing = { readonly processId: string; readonly at: Instant }

type HandingOver = { readonly id: string; readonly statementSha256: string | null }

/**
 * From here on these may have left. Answers those that could be: for exactly one process, once. In one
 * round trip with its own transaction: the mail server waits for it.
 */
export async function handOverAll(
  db: Database,
  organisationId: string,
  handings: readonly HandingOver[],
  { processId, at }: Doing,
): Promise<ReadonlySet<string>> {
  // In the order of ids, as a run's cancellation locks them.
  const inOrder = handings.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { rows } = await sql<{ id: string }>`
    select id from hand_over(${organisationId}::uuid, ${inOrder.map(({ id }) => id)}::uuid[],
      ${inOrder.map(({ statementSha256 }) => statementSha256)}::text[], ${processId},
      ${at}::timestamptz) as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Claimed again: for certain not handed over, and nobody's for now. */
export type AnswerState = 'accepted' | 'refused' | 'unknown' | 'claimed'

type Answer = {
  readonly id: string
  readonly state: AnswerState
  readonly answer: string
  /** Whether any of its content may have left. */
  readonly hasLeft: boolean
}

/** Notes what the mail server said to the process that has these messages; answers which it had. */
export async function answerMessages(
  tx: Transaction,
  answers: readonly Answer[],
  { processId, at }: Doing,
): Promise<ReadonlySet<string>> {
  const of = (read: (answer: Answer) => string) => answers.map(read)
  const { rows } = await sql<{ id: string }>`
    update messages m set state = a.state, answer = a.answer,
      answered_at = case when a.is_back then m.answered_at else ${at} end,
      claimed_at = case when a.is_back then ${at} else m.claimed_at end,
      claimed_by = case when a.is_back then '' else m.claimed_by end,
      handed_over_at = case when a.has_left then m.handed_over_at end,
      handed_over_by = case when a.has_left then m.handed_over_by end
    from (select id, state, answer, has_left, state = 'claimed' as is_back
      from unnest(${of((a) => a.id)}::uuid[], ${of((a) => a.state)}::text[],
        ${of((a) => a.answer)}::text[],
        ${answers.map((a) => a.hasLeft)}::boolean[]) as u (id, state, answer, has_left)) as a
    where m.id = a.id and ((m.state = 'handed_over' and m.handed_over_by = ${processId})
      or (m.state = 'claimed' and m.claimed_by = ${processId}))
    returning m.id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Lets claims of a process go: whoever looks next, after a while, has them. */
export async function releaseClaims(
  tx: Transaction,
  ids: readonly string[],
  { processId, at }: Doing,
): Promise<void> {
  await sql`update messages set claimed_by = '', claimed_at = ${at}
    where id = any(${ids}::uuid[]) and state = 'claimed' and claimed_by = ${processId}`.execute(tx)
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
    where organisation_id = ${organisationId} and answered_at is null
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
