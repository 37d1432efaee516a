import type { Actor } from '../../../http/actor.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, lockDeskCustomer } from '../common/desk.ts'
import { endSnoozes, insertSnooze } from './store/put-away.ts'

const LONGEST_SNOOZE_DAYS = 366

/** Puts a customer away until a day; on that day the row is back by itself. */
export function snooze(
  world: World,
  actor: Actor,
  customerId: string,
  { until, note }: { until: Day; note: string },
): Promise<{ id: string }> {
  return putAway(world, actor, customerId, { kind: 'snoozed', until, note })
}

/** The customer is handled for today; tomorrow the row is back if there is still something to do. */
export function finishForToday(
  world: World,
  actor: Actor,
  customerId: string,
  { note }: { note: string },
): Promise<{ id: string }> {
  return putAway(world, actor, customerId, { kind: 'done', until: null, note })
}

function putAway(
  world: World,
  actor: Actor,
  customerId: string,
  wish: { kind: 'snoozed' | 'done'; until: Day | null; note: string },
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    const until = wish.until ?? addDays(desk.today, 1)

    if (until <= desk.today) throw new Refusal('invalid', 'snooze_into_the_past')
    if (until > addDays(desk.today, LONGEST_SNOOZE_DAYS)) {
      throw new Refusal('invalid', 'snooze_too_long', { days: LONGEST_SNOOZE_DAYS })
    }

    const id = newId()
    await endSnoozes(desk.tx, customerId, desk.now)
    await insertSnooze(desk.tx, {
      id,
      organisationId: desk.organisation.id,
      customerId,
      personId: actor.personId,
      kind: wish.kind,
      untilOn: until,
      note: wish.note,
      createdAt: desk.now,
    })
    await happened(desk, {
      name: wish.kind === 'done' ? 'customer.done_today' : 'customer.snoozed',
      customerId,
      subject: { kind: 'customer', id: customerId },
      why: wish.note,
      data: { until },
    })
    return { id }
  })
}

/** Brings a row back at once. */
export function wake(
  world: World,
  actor: Actor,
  customerId: string,
): Promise<{ customerId: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)

    const ended = await endSnoozes(desk.tx, customerId, desk.now)
    if (ended > 0) {
      const subject = { kind: 'customer', id: customerId }
      await happened(desk, { name: 'customer.woken', customerId, subject })
    }
    return { customerId }
  })
}
