import type * as z from 'zod'

import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import { isTimeZone } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import type * as told from './centre/contract.ts'
import type * as contract from './contract.ts'
import * as store from './store/notifications.ts'
import * as rules from './store/rule-rows.ts'
import { usualHabit } from './tell.ts'
import { textOf } from './text.ts'

type Query = z.output<typeof told.listNotifications.schema.querystring>
type Page = z.input<(typeof told.listNotifications.schema.response)[200]>
type Reading = z.output<typeof told.readNotifications.schema.body>
type Habits = z.output<typeof contract.changeHabits.schema.body>

/** What somebody was told and may still see, the newest first. */
export async function listNotifications(
  world: World,
  actor: Actor,
  { cursor, limit }: Query,
): Promise<Page> {
  const { decrypt } = await world.secrets.of(actor.organisationId)
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const found = await store.selectTold(tx, actor, { cursor, limit: limit + 1 })
    const unread = await store.countUnread(tx, actor)

    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      unread,
      next: found.length > limit && last ? last.id : null,
      rows: rows.map((row) => ({
        id: row.id,
        at: row.at,
        event: row.event,
        ...textOf(row, actor.language, decrypt),
        customer:
          row.customerId !== null && row.customerName !== null
            ? { id: row.customerId, name: row.customerName }
            : null,
        isRead: row.readAt !== null,
      })),
    }
  })
}

/** Marks as read what is one's own; others' notifications are not there. */
export function readNotifications(
  world: World,
  actor: Actor,
  reading: Reading,
): Promise<{ unread: number }> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const asked = new Set([...reading.ids, ...(reading.upTo === null ? [] : [reading.upTo])])
    const own = await store.countOwn(tx, actor.personId, [...asked])

    if (own < asked.size) throw new Refusal('not_found', 'no_such_notification')

    await store.markRead(tx, actor.personId, { ...reading, at: world.clock() })
    return { unread: await store.countUnread(tx, actor) }
  })
}

export function readHabits(world: World, actor: Actor): Promise<Habits> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const { timeZone } = await rules.selectOrganisation(tx, actor.organisationId)
    const habits = await rules.selectHabits(tx)
    const own = habits.find(({ personId }) => personId === actor.personId)
    const { personId: _person, ...chosen } = own ?? { personId: '', ...usualHabit(timeZone) }
    return chosen
  })
}

/** Changes when and how somebody is told, from the next event on. */
export function changeHabits(world: World, actor: Actor, habits: Habits): Promise<Habits> {
  if (!isTimeZone(habits.timeZone)) throw new Refusal('invalid', 'not_a_time_zone')
  const { organisationId, personId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    await rules.upsertHabits(tx, { ...habits, organisationId, personId })
    return habits
  })
}
