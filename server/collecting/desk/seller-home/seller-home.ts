import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { addDays } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, lockDeskCustomer } from '../common/desk.ts'
import type { readSellerHome as contract } from './contract.ts'
import {
  deleteThanks,
  insertThanks,
  selectHomeRows,
  selectPaidRows,
  type HomeRow,
} from './store.ts'

type Home = z.input<(typeof contract.schema.response)[200]>
type Card = Home['needsYou'][number]

/** Money that came in this many days is news to a seller who has not met the customer since. */
const NEWS_DAYS = 30

/** The seller's three lists: needs you, finance is handling it, say thanks. */
export function readSellerHome(world: World, actor: Actor): Promise<Home> {
  return atDesk(world, actor, async ({ tx, today }) => {
    const owners = actor.owners ?? [actor.personId]
    const rows = await selectHomeRows(tx, owners, today)
    const paid = await selectPaidRows(tx, owners, { from: addDays(today, -NEWS_DAYS), today })

    const mine = rows.filter(needsSeller).toSorted(bySoonest)
    const hasOpenMatter = new Set(rows.map(({ id }) => id))
    return {
      needsYou: mine.map(cardOf),
      withFinance: rows.filter((row) => !needsSeller(row)).map(cardOf),
      paid: paid
        .filter(({ id }) => !hasOpenMatter.has(id))
        .map(({ id, number, name, ownerId, ownerName, paid: came, meetingOn, meetingAt }) => ({
          customer: { id, number, name },
          owner: { id: ownerId, name: ownerName },
          standings: [],
          reasons: [],
          paid: [...came],
          meetingOn,
          meetingAt,
          ballUntil: null,
          isOffered: false,
          task: null,
        })),
    }
  })
}

/** The ball is theirs or offered to them, a task waits for them, or they are about to meet. */
function needsSeller(row: HomeRow): boolean {
  const { lane, task, isOffered, meetingOn } = row
  return lane === 'seller' || task !== null || isOffered || meetingOn !== null
}

function cardOf(row: HomeRow): Card {
  return {
    customer: { id: row.id, number: row.number, name: row.name },
    owner: { id: row.ownerId, name: row.ownerName },
    standings: row.standings,
    reasons: row.reasons,
    paid: [],
    meetingOn: row.meetingOn,
    meetingAt: row.meetingAt,
    ballUntil: row.lane === 'seller' ? row.returnsOn : null,
    isOffered: row.isOffered,
    task: row.task,
  }
}

/** What rings or begins first; the rest keeps the order of what matters. */
function bySoonest(a: HomeRow, b: HomeRow): number {
  const [one, other] = [soonestOf(a), soonestOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

function soonestOf({ lane, returnsOn, meetingOn }: HomeRow): string {
  const days = [lane === 'seller' ? returnsOn : null, meetingOn].filter((day) => day !== null)
  return days.toSorted()[0] ?? '9999'
}

/** Thanks were said: what came until now is no news any more. */
export function sayThanks(world: World, actor: Actor, customerId: string): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)

    const id = newId()
    const { organisation, today: onDay, now: saidAt } = desk
    const said = { id, organisationId: organisation.id, personId: actor.personId }
    await insertThanks(desk.tx, { ...said, customerId, onDay, saidAt })
    await happened(desk, {
      name: 'customer.thanked',
      customerId,
      subject: { kind: 'customer', id: customerId },
    })
    return { id }
  })
}

/** They were crossed off by mistake: what came is news again. */
export function takeBackThanks(
  world: World,
  actor: Actor,
  { customerId, thanksId }: { readonly customerId: string; readonly thanksId: string },
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    const which = { id: thanksId, customerId, personId: actor.personId }
    if (!(await deleteThanks(desk.tx, which))) throw new Refusal('not_found', 'no_such_thanks')
    await happened(desk, {
      name: 'customer.thanks_taken_back',
      customerId,
      subject: { kind: 'customer', id: customerId },
    })
    return { id: thanksId }
  })
}
