import { sql } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pace } from '../rules/tell.ts'

type Group = {
  readonly channel: 'email' | 'webhook'
  readonly personId: string | null
  readonly targetId: string | null
  readonly pace: Pace
  readonly ids: readonly string[]
}

/** What is due goes together: one mail a person or one post a channel, and pace. */
export async function gatherDue(
  tx: Transaction,
  organisationId: string,
  now: Instant,
): Promise<void> {
  const { rows } = await sql<Group>`
    select channel, person_id, target_id, pace, array_agg(id) as ids
    from (select * from notifications where organisation_id = ${organisationId}
      and channel <> 'in_app' and delivery_id is null and due_at <= ${now}
      order by id limit 5000 for update skip locked) as due
    group by channel, person_id, target_id, pace`.execute(tx)
  for (const { ids, ...group } of rows) {
    const id = newId()
    await tx
      .insertInto('notificationDeliveries')
      .values({ id, organisationId, ...group, nextAt: now, createdAt: now })
      .execute()
    await tx
      .updateTable('notifications')
      .set({ deliveryId: id })
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute()
  }
}

export async function selectReady(
  tx: Transaction,
  organisationId: string,
  now: Instant,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('notificationDeliveries')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'waiting')
    .where('nextAt', '<=', now)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

export type DeliveryRow = {
  readonly id: string
  readonly channel: 'email' | 'webhook'
  readonly personId: string | null
  readonly targetId: string | null
  readonly pace: Pace
  readonly attempts: number
}

/** Takes a delivery that waits into this process's hands; of several at once one gets it. */
export function takeDelivery(
  tx: Transaction,
  id: string,
  { at, processId }: { at: Instant; processId: string },
): Promise<DeliveryRow | undefined> {
  return tx
    .updateTable('notificationDeliveries')
    .set((row) => ({
      state: 'handed_over',
      handedOverAt: at,
      handedOverBy: processId,
      attempts: row('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id', 'channel', 'personId', 'targetId', 'pace', 'attempts'])
    .executeTakeFirst()
}

export async function noteAnswer(
  tx: Transaction,
  id: string,
  noted: {
    readonly state: 'waiting' | 'accepted' | 'refused' | 'unknown' | 'given_up'
    readonly answer: string
    readonly answeredAt: Instant
    readonly nextAt: Instant
  },
): Promise<void> {
  await tx
    .updateTable('notificationDeliveries')
    .set({ ...noted, answer: noted.answer.slice(0, 500) })
    .where('id', '=', id)
    .execute()
}

export function selectInHand(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('notificationDeliveries')
    .select(['id', 'handedOverBy'])
    .where('organisationId', '=', organisationId)
    .where('state', '=', 'handed_over')
    .execute()
}
