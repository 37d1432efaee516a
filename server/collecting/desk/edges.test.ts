import { expect, test } from 'vitest'

import { inOrganisation } from '../../database/tenancy.ts'
import { addDays, day, instantAt } from '../../kernel/day.ts'
import { LAST_DAYS } from '../../testing/last-days.ts'
import { testApp } from '../../testing/test-app.ts'
import { returnOverdueBalls } from './ball/ball.ts'
import { settleCommitments } from './commitments/commitments.ts'
import { watchDisputes } from './disputes/watch.ts'
import { rebuildWorklist } from './index.ts'
import { endOldOffers } from './offers/offers.ts'

/** Where the clocks move by half an hour. */
const HALF_HOURS = [
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-05T13:29', '2026-04-05T13:30'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-04T12:59', '2026-10-04T13:00'],
] as const

/** Everything that ends with a day, one thing each, and all of it with the same day. */
async function dueWith(timeZone: string, lastDay: string) {
  const app = await testApp({
    now: instantAt(timeZone, addDays(day(lastDay), -7), '12:00'),
    timeZone,
  })
  const { given, world, organisation, as } = app
  const owner = await given.personWith({ roles: ['seller'] })
  const collector = as('collector')
  async function debtor() {
    const customerId = await given.customer({ ownerId: owner })
    const dates = { issuedOn: '2025-12-01', dueOn: '2026-01-02' }
    return { customerId, ...(await given.invoice(customerId, { totalMinor: 900_00, ...dates })) }
  }
  const done: number[] = []
  const post = async (url: string, body: object, who = collector) =>
    void done.push((await who.post(url, body)).status)

  const [promised, planned, disputed, held, offered] = [
    await debtor(),
    await debtor(),
    await debtor(),
    await debtor(),
    await debtor(),
  ]
  const amount = { minor: 900_00, currency: 'EUR' }
  const promisedFor = addDays(day(lastDay), -3)
  const promise = { openItemId: promised.openItemId, amount, promisedFor }
  await post(`/customers/${promised.customerId}/promises`, promise)
  const plan = {
    currency: 'EUR',
    items: [{ openItemId: planned.openItemId, minor: 900_00 }],
    instalments: [{ dueOn: promisedFor, minor: 900_00 }],
  }
  await post(`/customers/${planned.customerId}/plans`, plan, as('credit_manager'))
  const claim = { reason: 'price', deadlineOn: lastDay, revisitOn: addDays(day(lastDay), 1) }
  await post(`/receivables/${disputed.id}/disputes`, claim)
  await post(`/customers/${held.customerId}/ball`, {})
  await post(`/customers/${offered.customerId}/ball/offer`, {})
  expect(done).toEqual([201, 201, 201, 201, 201])
  // A ball comes back on a business day, and the clocks change on a Sunday.
  await inOrganisation(world.db, organisation, (tx) =>
    tx
      .updateTable('balls')
      .set({ returnsOn: day(lastDay) })
      .execute(),
  )

  async function moved() {
    const offers = await endOldOffers(world, organisation)
    const balls = await returnOverdueBalls(world, organisation)
    const disputes = await watchDisputes(world, organisation)
    const commitments = await settleCommitments(world, organisation)
    await rebuildWorklist(world, organisation)
    // A session of its own each time: days have passed.
    const { rows } = (await as('collector').get('/worklist')).body
    const codes: string[] = rows.flatMap(({ reasons }: { reasons: { code: string }[] }) =>
      reasons.map(({ code }) => code),
    )
    const revisits = codes.filter((code) => code === 'dispute_to_revisit').length
    return { offers, balls, disputes, commitments, revisits }
  }
  return { ...app, moved }
}

test.each([...LAST_DAYS, ...HALF_HOURS])(
  'P71 in %s nothing of %s is over a second before the day is, and all of it with the next second',
  async (timeZone, lastDay, before, after) => {
    const { setNow, moved } = await dueWith(timeZone, lastDay)
    const none = { offers: 0, balls: 0, disputes: 0, commitments: 0 }

    setNow(`${before}:59.000Z`)
    expect(await moved()).toEqual({ ...none, revisits: 0 })
    setNow(`${after}:00.000Z`)
    expect(await moved()).toEqual({ offers: 1, balls: 1, disputes: 1, commitments: 2, revisits: 1 })
    expect(await moved()).toEqual({ ...none, revisits: 1 })
  },
)
