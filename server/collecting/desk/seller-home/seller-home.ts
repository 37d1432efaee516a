import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { addDays } from '../../../kernel/day.ts'
import type { World } from '../../../world.ts'
import { atDesk } from '../common/desk.ts'
import type { readSellerHome as contract } from './contract.ts'
import { selectHomeRows, selectPaidRows, type HomeRow } from './store.ts'

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

    const mine = rows.filter(needsSeller)
    const hasOpenMatter = new Set(rows.map(({ id }) => id))
    return {
      needsYou: mine.map(cardOf),
      withFinance: rows.filter((row) => !needsSeller(row)).map(cardOf),
      paid: paid
        .filter(({ id }) => !hasOpenMatter.has(id))
        .map(({ id, number, name, paid: came, meetingOn }) => ({
          customer: { id, number, name },
          standings: [],
          reasons: [],
          paid: [...came],
          meetingOn,
        })),
    }
  })
}

/** The ball is theirs, a task waits for them, or they are about to meet. */
function needsSeller(row: HomeRow): boolean {
  return row.lane === 'seller' || row.hasSellerTask || row.meetingOn !== null
}

function cardOf(row: HomeRow): Card {
  return {
    customer: { id: row.id, number: row.number, name: row.name },
    standings: row.standings,
    reasons: row.reasons,
    paid: [],
    meetingOn: row.meetingOn,
  }
}
