import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type Identity = {
  readonly customerId: string
  readonly playbookId: string
  readonly stepKey: string
  readonly cycle: string
  readonly channel: 'email' | 'sms' | 'letter'
}

export type NewMessage = Omit<Identity, 'playbookId'> & {
  /** Null is a message that a person asked for. */
  readonly playbookId: string | null
  readonly id: string
  readonly legalEntityId: string
  readonly runEntryId: string | null
  readonly playbookVersion: number | null
  readonly attempt: number
  readonly stepName: string
  readonly templateKey: string
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly language: string
  readonly contactId: string | null
  readonly senderId: string | null
  readonly isTest: boolean
  readonly recipients: string
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string
  readonly recipientHash: string | null
  readonly snapshot: string
  readonly totals: string
  readonly messageIdHeader: string
  readonly onDay: Day
}

/** What came of earlier messages of the same identities: how many, and whether one stands. */
export async function selectAttempts(
  tx: Transaction,
  identities: readonly Identity[],
  isTest: boolean,
): Promise<{ last: number; stands: boolean }[]> {
  const of = (read: (identity: Identity) => string) => identities.map(read)
  const { rows } = await sql<{ last: number; stands: boolean }>`
    select coalesce(max(m.attempt), 0)::integer as last,
      coalesce(bool_or(m.state not in ('refused', 'bounced', 'withdrawn')
        and (${isTest} or not m.is_test)), false) as stands
    from unnest(${of((i) => i.customerId)}::uuid[], ${of((i) => i.playbookId)}::uuid[],
      ${of((i) => i.stepKey)}::text[], ${of((i) => i.cycle)}::text[],
      ${of((i) => i.channel)}::text[]) with ordinality
      as i (customer_id, playbook_id, step_key, cycle, channel, place)
    left join messages m on m.customer_id = i.customer_id and m.playbook_id = i.playbook_id
      and m.step_key = i.step_key and m.cycle = i.cycle and m.channel = i.channel
    group by i.place order by i.place`.execute(tx)
  return rows
}

type Claiming = {
  readonly organisationId: string
  readonly at: Instant
  readonly by: string
}

/** Claims identities: what another has claimed already is left out. Answers the ids that are ours. */
export async function insertMessages(
  tx: Transaction,
  { organisationId, at, by }: Claiming,
  messages: readonly NewMessage[],
): Promise<ReadonlySet<string>> {
  const of = <Value>(read: (message: NewMessage) => Value) => messages.map(read)
  const { rows } = await sql<{ id: string }>`
    insert into messages (organisation_id, state, claimed_at, claimed_by, id, customer_id,
      legal_entity_id, run_entry_id, playbook_id, playbook_version, step_key, cycle, channel, attempt,
      step_name, template_key, lane, language, contact_id, sender_id, is_test, recipients, subject,
      body_text, body_html, recipient_hash, snapshot, totals, message_id_header, on_day)
    select ${organisationId}::uuid, 'claimed', ${at}::timestamptz, ${by}, m.*
    from unnest(
      ${of((m) => m.id)}::uuid[], ${of((m) => m.customerId)}::uuid[],
      ${of((m) => m.legalEntityId)}::uuid[], ${of((m) => m.runEntryId)}::uuid[],
      ${of((m) => m.playbookId)}::uuid[], ${of((m) => m.playbookVersion)}::integer[],
      ${of((m) => m.stepKey)}::text[], ${of((m) => m.cycle)}::text[],
      ${of((m) => m.channel)}::text[], ${of((m) => m.attempt)}::integer[],
      ${of((m) => m.stepName)}::text[], ${of((m) => m.templateKey)}::text[],
      ${of((m) => m.lane)}::text[], ${of((m) => m.language)}::text[],
      ${of((m) => m.contactId)}::uuid[], ${of((m) => m.senderId)}::uuid[],
      ${of((m) => m.isTest)}::boolean[], ${of((m) => m.recipients)}::text[],
      ${of((m) => m.subject)}::text[], ${of((m) => m.bodyText)}::text[],
      ${of((m) => m.bodyHtml)}::text[], ${of((m) => m.recipientHash)}::text[],
      ${of((m) => m.snapshot)}::text[], ${of((m) => m.totals)}::jsonb[],
      ${of((m) => m.messageIdHeader)}::text[], ${of((m) => m.onDay)}::date[]) as m
    on conflict do nothing
    returning id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export type NewReached = {
  readonly id: string
  readonly customerId: string
  readonly openItemId: string
  readonly playbookId: string
  readonly stepKey: string
  readonly level: number
  readonly cycleDueOn: Day
  readonly messageId: string | null
  readonly taskId: string | null
}

/** Notes that items have reached steps. The unique index is the proof that none does so twice. */
export async function insertReachedSteps(
  tx: Transaction,
  { organisationId, on, isTest }: { organisationId: string; on: Day; isTest: boolean },
  steps: readonly NewReached[],
): Promise<void> {
  if (steps.length === 0) return
  const of = <Value>(read: (step: NewReached) => Value) => steps.map(read)
  await sql`
    insert into reached_steps (organisation_id, reached_on, is_test, id, customer_id, open_item_id,
      playbook_id, step_key, level, cycle_due_on, message_id, task_id)
    select ${organisationId}::uuid, ${on}::date, ${isTest}, s.*
    from unnest(${of((s) => s.id)}::uuid[], ${of((s) => s.customerId)}::uuid[],
      ${of((s) => s.openItemId)}::uuid[], ${of((s) => s.playbookId)}::uuid[],
      ${of((s) => s.stepKey)}::text[], ${of((s) => s.level)}::integer[],
      ${of((s) => s.cycleDueOn)}::date[], ${of((s) => s.messageId)}::uuid[],
      ${of((s) => s.taskId)}::uuid[]) as s`.execute(tx)
}

/** A message that nobody got leaves its steps open. */
export async function releaseSteps(
  tx: Transaction,
  messageIds: readonly string[],
  at: Instant,
): Promise<void> {
  await sql`update reached_steps set released_at = ${at}
    where message_id = any(${messageIds}::uuid[]) and released_at is null`.execute(tx)
}

export async function releaseStepsOfTask(
  tx: Transaction,
  taskId: string,
  at: Instant,
): Promise<void> {
  await sql`update reached_steps set released_at = ${at}
    where task_id = ${taskId} and released_at is null`.execute(tx)
}

/** Test steps of these customers, once messages go to customers: see reached_steps.is_test. */
export async function releaseTestStepsOf(
  tx: Transaction,
  customerIds: readonly string[],
  at: Instant,
): Promise<void> {
  await sql`update reached_steps set released_at = ${at}
    where customer_id = any(${customerIds}::uuid[]) and is_test and released_at is null`.execute(tx)
}
