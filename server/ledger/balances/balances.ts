import type { Transaction } from '../../database/database.ts'
import { joiningMany } from '../../database/planner.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { currencyWeights } from '../rates/index.ts'
import {
  recomputeBalances,
  recomputeOpenAmounts,
  recomputeStandings,
  type Which,
} from './store/balances.ts'
import * as locks from './store/locks.ts'

/**
 * Locks a customer of the actor's scope (`owners` null is all) before facts are gathered: whatever
 * changes what they owe, or speaks to them, happens one after the other.
 */
export async function lockCustomer(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null = null,
): Promise<locks.LockedCustomer> {
  await locks.shareEntityOf(tx, customerId)
  const customer = await locks.selectCustomerForUpdate(tx, customerId, owners)
  if (!customer) throw new Refusal('not_found', 'no_such_customer')
  return customer
}

/** Refuses a customer outside the actor's scope as if there were none; locks nothing. */
export async function seeCustomer(
  tx: Transaction,
  customerId: string,
  owners: readonly string[] | null,
): Promise<void> {
  if (await locks.isVisible(tx, customerId, owners)) return
  throw new Refusal('not_found', 'no_such_customer')
}

/** Works open amounts out anew from the allocations, in the transaction that wrote them. */
export async function keepOpenAmounts(tx: Transaction, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length > 0) await recomputeOpenAmounts(tx, itemIds)
}

/**
 * Works out anew what customers owe, in the transaction that changed it; new customers too, so that
 * lists have them. Set-based: one pass however many.
 */
export async function refreshBalances(
  tx: Transaction,
  organisationId: string,
  which: Which,
): Promise<void> {
  if (which !== 'all' && which.length === 0) return
  if (which === 'all') {
    await locks.holdEntities(tx, organisationId)
  } else {
    await locks.shareEntities(tx, organisationId)
    await locks.lockCustomers(tx, which)
  }
  await recompute(tx, organisationId, which)
}

/** The same for a caller who holds the entity. */
export async function recompute(
  tx: Transaction,
  organisationId: string,
  which: Which,
): Promise<void> {
  const work = async () => {
    await recomputeBalances(tx, organisationId, which)
    await recomputeStandings(tx, organisationId, which, await currencyWeights(tx, organisationId))
  }

  await (isMany(which) ? joiningMany(tx, work) : work())
}

function isMany(which: Which): boolean {
  return which === 'all' || which.length > 500
}

/** Puts the customers into order anew, after a rate or the reporting currency changed. */
export async function reorderCustomers(tx: Transaction, organisationId: string): Promise<void> {
  await locks.holdEntities(tx, organisationId)
  await recomputeStandings(tx, organisationId, 'all', await currencyWeights(tx, organisationId))
}
