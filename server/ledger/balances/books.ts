import type { Transaction } from '../../database/database.ts'
import { daysBetween, dayIn, type Day, type Instant } from '../../kernel/day.ts'
import type { Doing } from '../doing.ts'
import { keepOpenAmounts, lockCustomer, recompute, refreshBalances } from './balances.ts'
import * as store from './store/books.ts'
import type { LockedCustomer } from './store/locks.ts'

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

export type Account = { readonly customer: LockedCustomer; readonly today: Day }

/** Opens the books and locks a customer of the actor's scope in them: how every change begins. */
export async function openAccount(
  tx: Transaction,
  doing: Doing,
  customerId: string,
): Promise<Account> {
  const books = await openBooks(tx, doing.organisationId, doing.at)
  const customer = await lockCustomer(tx, customerId, doing.owners)
  const entity = books.find(({ id }) => id === customer.legalEntityId)
  return { customer, today: entity?.today ?? customer.booksOn }
}

/** Keeps the figures of a customer right after allocations were written: how such a change ends. */
export async function closeAccount(
  tx: Transaction,
  { customer }: Account,
  itemIds: readonly string[],
): Promise<void> {
  await keepOpenAmounts(tx, itemIds)
  await refreshBalances(tx, customer.organisationId, [customer.id])
}
