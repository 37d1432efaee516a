import type { Transaction } from '../../database/database.ts'
import { daysBetween, dayIn, type Day, type Instant } from '../../kernel/day.ts'
import { recompute } from './balances.ts'
import * as store from './store/books.ts'

/** A legal entity and the day that it is there. */
export type Books = Omit<store.EntityRow, 'balancesOn'> & { readonly today: Day }

/** Beyond this a turn looks at every customer instead of seeking those concerned. */
const LONGEST_STEP_DAYS = 31

/**
 * The legal entities of an organisation, each with its own today. Overdue turns at the entity's
 * midnight: whoever looks first after it turns the page, should the job not have come by yet.
 */
export async function openBooks(
  tx: Transaction,
  organisationId: string,
  now: Instant,
): Promise<readonly Books[]> {
  const entities = await store.selectEntities(tx, organisationId)
  const books: Books[] = []
  for (const { balancesOn, ...entity } of entities) {
    const today = dayIn(entity.timeZone, now)
    if (balancesOn !== today) await turnPage(tx, entity, today)
    books.push({ ...entity, today })
  }
  return books
}

async function turnPage(
  tx: Transaction,
  entity: { organisationId: string; id: string },
  today: Day,
): Promise<void> {
  const before = await store.moveBooks(tx, entity.id, today)
  if (before === today) return
  // A trial clock may go back; then what lies between is undone.
  const [from, to] = before < today ? [before, today] : [today, before]
  const isShort = before < today && daysBetween(from, to) <= LONGEST_STEP_DAYS

  const concerned = isShort
    ? await store.selectCustomersTouchedByDays(tx, entity, { from, to })
    : await store.selectCustomersOfEntity(tx, entity.id)

  await store.takeOverOwners(tx, entity.id, { from, to, today })
  await recompute(tx, entity.organisationId, concerned)
}
