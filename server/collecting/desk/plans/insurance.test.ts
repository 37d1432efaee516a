import { expect, test } from 'vitest'

import { askedApproval } from '../../../testing/asked-approval.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'

/** On 4 March a customer owes 1,000 €, insured until a day. */
async function insured(until: string | null) {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const debtor = await app.debtor({ daysLate: 20, totalMinor: 1_000_00 })
  const limit = { minor: 50_000_00, currency: 'EUR' }
  const insurance = { insurer: 'Example Re', insurancePolicy: 'P-77', insuranceLimit: limit }
  const at = `/customers/${debtor.id}`
  const change = { ...insurance, insuredUntil: until }
  expect((await app.as('credit_manager').patch(at, change)).status).toBe(200)
  const propose = (fields: object = {}) =>
    app.as('credit_manager').post(`${at}/plans`, {
      currency: 'EUR',
      items: [{ openItemId: debtor.openItemId, minor: 1_000_00 }],
      instalments: [
        { dueOn: '2026-03-16', minor: 500_00 },
        { dueOn: '2026-04-15', minor: 500_00 },
      ],
      ...fields,
    })
  const tasks = async () => (await app.rows.tasks()).filter(({ kind }) => kind === 'insurer')
  return { ...app, at, propose, tasks }
}

test('a plan for an insured debt asks somebody to tell the insurer', async () => {
  const { propose, tasks } = await insured(null)
  expect((await propose()).status).toBe(201)
  expect(await tasks()).toMatchObject([
    { lane: 'finance', state: 'open', note: 'Example Re · P-77 · 1000.00 EUR · 2026-04-15' },
  ])
})

test.each([
  ['on its last day', '2026-03-04', 1],
  ['the day after its end', '2026-03-03', 0],
])('the cover counts %s', async (_, until, count) => {
  const { propose, tasks } = await insured(until)
  await propose()
  expect(await tasks()).toHaveLength(count)
})

test('who told the insurer has it recorded with the plan, and no task', async () => {
  const { propose, tasks, given, at, as } = await insured('2026-12-31')
  await propose({ insurerTold: true })
  expect(await tasks()).toEqual([])
  const plans = await given.within((tx) => tx.selectFrom('plans').select('insurerTold').execute())
  expect(plans).toEqual([{ insurerTold: true }])
  const { body } = await as('collector').get(at)
  expect(body.insurance).toEqual({
    insurer: 'Example Re',
    policy: 'P-77',
    limit: { minor: 50_000_00, currency: 'EUR' },
    until: '2026-12-31',
    isInForce: true,
    uninsured: null,
  })
})

test('sellers read who insures and do not change it', async () => {
  const { as, at, given, personOf } = await insured('2026-03-03')
  await given.within(async (tx) =>
    tx
      .updateTable('customers')
      .set({ ownerId: await personOf('seller') })
      .execute(),
  )
  expect((await as('seller').get(at)).body.insurance).toMatchObject({ isInForce: false })
  expect((await as('seller').patch(at, { insurer: '' })).status).toBe(403)
})

test('whoever decides is told that the debt is insured, in the application and by the link', async () => {
  const app = await askedApproval()
  await app
    .as('credit_manager')
    .patch(`/customers/${app.customerId}`, { insurer: 'Example Re', insuredUntil: null })
  const asked = await app.as(app.owner).post(`/customers/${app.customerId}/plans`, {
    currency: 'EUR',
    items: [{ openItemId: app.invoice.openItemId, minor: 431_000 }],
    instalments: [
      { dueOn: '2026-08-16', minor: 200_000 },
      { dueOn: '2026-12-15', minor: 231_000 },
    ],
  })
  expect(asked.body.state).toBe('awaiting_approval')
  await app.minute()
  const { body } = await app.as('collector').get('/approvals')
  expect(body.rows).toMatchObject([{ insurer: 'Example Re' }])
  const page = await app.read(await app.linkTo('ada@example.test'))
  expect(page.body).toContain('Example Re')
})

test('a customer shows what they owe beyond the insured limit, until the day the cover ends', async () => {
  const { at, as, collector, setNow } = await insured('2026-03-04')
  const limitTo = (minor: number) =>
    as('credit_manager').patch(at, { insuranceLimit: { minor, currency: 'EUR' } })
  const shown = async () => (await collector.get(at)).body.insurance
  expect(await shown()).toMatchObject({ insurer: 'Example Re', uninsured: null })
  await limitTo(999_99)
  expect(await shown()).toMatchObject({ uninsured: { minor: 1, currency: 'EUR' } })
  setNow('2026-03-05T08:00:00Z')
  expect(await shown()).toMatchObject({ isInForce: false, uninsured: null })
})
