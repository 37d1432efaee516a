import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { addDays, dayIn } from '../kernel/day.ts'
import { testApp } from '../testing/test-app.ts'
import {
  ageingOn,
  freezeSnapshotFacts,
  holdsInForce,
  itemFacts,
  openBooks,
  refreshBalances,
  verifyLedger,
} from './index.ts'

/** Counts the statements that go through a database. */
function counter(): { plugin: KyselyPlugin; count: () => number } {
  let statements = 0
  return {
    count: () => statements,
    plugin: {
      transformQuery: ({ node }) => {
        statements += 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    },
  }
}

test('P74 the ledger asks as often for forty customers as for two: nothing is a query each', async () => {
  const { given, world, organisation } = await testApp()
  const customers: string[] = []

  async function statements(): Promise<number> {
    const { plugin, count } = counter()
    const keys = await world.secrets.of(organisation)
    await inOrganisation(world.db.withPlugin(plugin), organisation, async (tx) => {
      const books = await openBooks(tx, organisation, world.clock())
      const today = dayIn('UTC', world.clock())
      for (const asOf of [undefined, addDays(today, -45)]) {
        const scope = { organisationId: organisation, owners: null }
        await ageingOn(tx, books, { ...scope, by: 'customer', asOf })
      }
      await itemFacts(tx, customers, today)
      await freezeSnapshotFacts(tx, keys, customers, today)
      await holdsInForce(tx, organisation, customers, today)
      await refreshBalances(tx, organisation, customers)
      await refreshBalances(tx, organisation, 'all')
      await verifyLedger(tx, organisation)
    })
    return count()
  }

  async function grow(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) {
      const customer = await given.customer({})
      customers.push(customer)
      await given.invoice(customer, { totalMinor: 100_00 })
    }
  }

  await grow(2)
  const few = await statements()
  await grow(38)

  expect(few).toBeGreaterThan(8)
  expect(await statements()).toBe(few)
})
