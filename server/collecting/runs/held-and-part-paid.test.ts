import { expect, test } from 'vitest'

import { addDays, day } from '../../kernel/day.ts'
import { collectingApp } from '../../testing/collecting-app.ts'

/** A customer with two invoices of 100 €, a day apart, of which a friendly reminder went on 4 March. */
async function reminded() {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const { given } = app
  const debtor = await app.debtor({ daysLate: 5 })
  const dueOn = addDays(day('2026-03-04'), -4)
  const issuedOn = addDays(dueOn, -30)
  const second = await given.invoice(debtor.id, { totalMinor: 100_00, dueOn, issuedOn })
  await app.planAndSend()
  async function onDay(at: string): Promise<string> {
    app.setNow(at)
    await given.freshFacts()
    return app.told(await app.plan(true), debtor.id)
  }
  const figure = async (name: string) => {
    const { body } = await app.as('credit_manager').get('/figures')
    const [{ figures }] = body.currencies
    return figures.find((one: { name: string }) => one.name === name).value
  }
  const asked = async () => {
    const runs = await app.as('collector').get('/runs?limit=1')
    return (await app.entryOf(runs.body.rows[0].id, debtor.id)).totals
  }
  return { ...app, ...debtor, second, onDay, figure, asked }
}

test('P41 the second of two invoices paid, the first goes on at its own level', async () => {
  const { given, id, second, onDay, asked } = await reminded()
  await given.payment(id, { amountMinor: 100_00, openItemId: second.openItemId })
  expect(await onDay('2026-03-16T08:00:00Z')).toBe('message firm')
  expect(await asked()).toEqual([{ currency: 'EUR', minor: 100_00 }])
})

test('P41 the first of two paid, the second goes on, and with both paid nothing does', async () => {
  const { given, id, openItemId, second, onDay, asked } = await reminded()
  await given.payment(id, { amountMinor: 100_00, openItemId })
  expect(await onDay('2026-03-16T08:00:00Z')).toBe('message firm')
  expect(await asked()).toEqual([{ currency: 'EUR', minor: 100_00 }])
  await given.payment(id, { amountMinor: 100_00, openItemId: second.openItemId })
  expect(await onDay('2026-03-17T08:00:00Z')).toBe('nothing')
})

test.each(['the customer', 'one invoice'])(
  'P44 on hold, %s waits with a reason until a day that somebody else approved, counts meanwhile, and goes on by itself',
  async (what) => {
    const { as, id, invoiceId, onDay, figure, asked } = await reminded()
    const receivableId = what === 'one invoice' ? { receivableId: invoiceId } : {}
    const hold = { reason: 'relationship', endsOn: '2026-04-20', ...receivableId }
    const placed = await as('collector').post(`/customers/${id}/holds`, hold)
    expect(placed.body).toMatchObject({ needsApproval: true })
    const approved = await as('finance_director').post(`/holds/${placed.body.id}/approval`)
    expect(approved.status).toBe(200)
    const { body } = await as('collector').get(`/customers/${id}/holds`)
    expect(body.holds).toMatchObject([
      { reason: 'relationship', endsOn: '2026-04-20', state: 'in_force' },
    ])

    const last = await onDay('2026-04-20T07:00:00Z')
    expect(last).toBe(what === 'one invoice' ? 'task call' : 'held customer_on_hold')
    expect([await figure('owed'), await figure('overdue')]).toEqual([200_00, 200_00])
    const minor = what === 'one invoice' ? 100_00 : 200_00
    expect(await asked()).toEqual([{ currency: 'EUR', minor }])

    expect(await onDay('2026-04-21T07:00:00Z')).toBe('task call')
    expect(await asked()).toEqual([{ currency: 'EUR', minor: 200_00 }])
  },
)
