import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { addDays, dayIn } from '../../../kernel/day.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import { mailReadiness } from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { roomOf } from '../mandates/mandates.ts'
import { mayDecide } from '../mandates/rules.ts'
import type { readOutcomeForm as contract } from './contract.ts'
import { retryDayOf } from './rules.ts'
import * as store from './store.ts'

export type Form = z.output<(typeof contract.schema.response)[200]>

/** What the questions after a conversation are filled in with, in one answer for a telephone. */
export function readOutcomeForm(world: World, actor: Actor, customerId: string): Promise<Form> {
  return atDesk(world, actor, (desk) => formWithin(desk, customerId))
}

/** The same in the transaction of a desk. */
export async function formWithin(desk: Desk, customerId: string): Promise<Form> {
  const { id, name } = await findCustomer(desk, customerId)
  const { tx, actor, keys, today, now } = desk
  const contacts = await store.selectContacts(tx, customerId)
  const standings = await store.selectStandings(tx, customerId, today)
  const held = await store.selectHeldBall(tx, customerId)
  const { country, region, timeZone } = await store.selectPlace(tx, customerId)
  const there = dayIn(timeZone, now)
  const { isBusinessDay } = businessCalendar(country, region)

  return {
    customer: { id, name },
    contacts: contacts.map((one) => ({
      ...one,
      name: keys.decrypt(one.name),
      phone: keys.decrypt(one.phone),
    })),
    items: await store.selectItems(tx, customerId),
    standings: await withRoom(desk, customerId, standings),
    ball:
      held?.lane === 'seller'
        ? {
            holder: personOf(held.holderId, held.holderName),
            returnsOn: held.returnsOn,
            isMine: held.holderId === actor.personId,
          }
        : null,
    retryOn: retryDayOf({ triedOn: there, today: there, isBusinessDay }),
    isMailReady: (await mailReadiness(tx, actor.organisationId)) === 'ready',
  }
}

async function withRoom(
  desk: Desk,
  customerId: string,
  standings: readonly store.FormStanding[],
): Promise<Form['standings']> {
  const answers: Form['standings'] = []
  for (const standing of standings) {
    const { limits, approver, putOffSince } = await roomOf(desk, customerId, standing.currency)
    const isFree = desk.actor.owners === null || mayDecide(desk.actor.roles, approver)
    const from = putOffSince ?? desk.today
    const latestDay = isFree ? null : addDays(from, limits.longestExtensionDays)
    answers.push({ ...standing, latestDay })
  }
  return answers
}
