import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import type { Channel, Pace } from '../rules/tell.ts'

export type NewNotification = {
  readonly id: string
  readonly eventId: string
  readonly event: string
  readonly ruleId: string | null
  readonly customerId: string
  readonly channel: Channel
  readonly personId: string | null
  readonly targetId: string | null
  readonly pace: Pace
  readonly dueAt: Instant
  readonly at: Instant
}

/** Once by each way: what is there already stays. */
export async function insertNotifications(
  tx: Transaction,
  organisationId: string,
  rows: readonly NewNotification[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('notifications')
    .values(rows.map((row) => ({ ...row, organisationId })))
    .onConflict((conflict) => conflict.constraint('notifications_once').doNothing())
    .execute()
}

export type ToldRow = {
  readonly id: string
  readonly at: Instant
  readonly event: string
  readonly customerId: string | null
  readonly customerName: string | null
  readonly ownerId: string | null
  readonly actorName: string | null
  readonly subject: { readonly kind: string; readonly id: string } | null
  readonly why: string
  readonly data: Readonly<Record<string, unknown>>
  /** Encrypted: the comment that mentions somebody. */
  readonly comment: string | null
  readonly readAt: Instant | null
}

const TOLD = sql`
  select n.id, n.at, n.event, n.customer_id, c.name as customer_name, c.owner_id,
    p.name as actor_name, e.data, coalesce(e.why, '') as why,
    case when e.subject_id is not null
      then jsonb_build_object('kind', e.subject_kind, 'id', e.subject_id) end as subject, m.body as comment, n.read_at
  from notifications n
  join events e on e.id = n.event_id
  left join customers c on c.id = n.customer_id
  left join people p on p.id = e.actor_id
  left join comments m on e.subject_kind = 'comment' and m.id = e.subject_id`

type Seeing = {
  readonly organisationId: string
  readonly personId: string
  readonly owners: readonly string[] | null
}

/** What a person was told and may still see: a customer that went to another seller is gone. */
function seen({ organisationId, personId, owners }: Seeing) {
  return sql`n.organisation_id = ${organisationId} and n.person_id = ${personId}
    and n.channel = 'in_app' and (n.customer_id is null or ${owners}::uuid[] is null
      or c.owner_id = any(${owners}::uuid[]))`
}

export async function selectTold(
  tx: Transaction,
  seeing: Seeing,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`${TOLD}
    where ${seen(seeing)} and (${cursor ?? null}::uuid is null or n.id < ${cursor ?? null}::uuid)
    order by n.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Up to a hundred are counted: nobody reads "4,211 unread". */
export async function countUnread(tx: Transaction, seeing: Seeing): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select 1 from notifications n
      left join customers c on c.id = n.customer_id
      where ${seen(seeing)} and n.read_at is null limit 100) as unread`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function markRead(
  tx: Transaction,
  personId: string,
  { ids, upTo, at }: { ids: readonly string[]; upTo: string | null; at: Instant },
): Promise<void> {
  await sql`update notifications set read_at = ${at}
    where person_id = ${personId} and channel = 'in_app' and read_at is null
      and (id = any(${[...ids]}::uuid[]) or id <= ${upTo}::uuid)`.execute(tx)
}

export async function selectOfDelivery(tx: Transaction, deliveryId: string): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`${TOLD}
    where n.delivery_id = ${deliveryId} order by n.id`.execute(tx)
  return rows
}

/** How many of these are this person's. */
export async function countOwn(
  tx: Transaction,
  personId: string,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notifications
    where person_id = ${personId} and channel = 'in_app' and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}
