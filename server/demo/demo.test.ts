import { expect, test } from 'vitest'

import { inOrganisation } from '../database/tenancy.ts'
import { instant } from '../kernel/day.ts'
import { verifyLedger } from '../ledger/index.ts'
import { testApp } from '../testing/test-app.ts'
import { resetDemo, loadDemo } from './index.ts'

test('the demo', async () => {
  const { world, as } = await testApp({ now: '2026-11-20T09:30:00Z' })
  const start = performance.now()
  const id = await loadDemo(world)
  console.log('loaded in', performance.now() - start)
  await inOrganisation(world.db, id, async (tx) => {
    expect(await verifyLedger(tx, id)).toEqual([])
    for (const t of [
      'customers',
      'contacts',
      'receivables',
      'openItems',
      'payments',
      'allocations',
      'messages',
      'reachedSteps',
      'runs',
      'runEntries',
      'tasks',
      'promises',
      'disputes',
      'replies',
      'events',
      'evidence',
      'worklistRows',
      'holds',
      'balls',
    ] as const)
      console.log(
        t,
        (
          await tx
            .selectFrom(t)
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirst()
        )?.n,
      )
    console.log(
      await tx
        .selectFrom('messages')
        .select(['state', 'stepKey'])
        .select((e) => e.fn.countAll().as('n'))
        .groupBy(['state', 'stepKey'])
        .execute(),
    )
  })
})
