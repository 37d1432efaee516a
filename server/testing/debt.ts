import { expect } from 'vitest'

import { settleCommitments } from '../collecting/desk/commitments/commitments.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { testApp } from './test-app.ts'

export const eur = (minor: number) => ({ minor, currency: 'EUR' })

/** 900 € late since October; it is Wednesday 18 November, and promises have three days of grace. */
export async function debt({ timeZone = 'UTC', now = '2026-11-18T12:00:00Z' } = {}) {
  const app = await testApp({ now, timeZone })
  const { given, world, organisation } = app
  const customerId = await given.customer({ name: 'Brasserie du Port' })
  const dates = { dueOn: '2026-02-01', issuedOn: '2026-01-02' }
  const { openItemId } = await given.invoice(customerId, { totalMinor: 900_00, ...dates })
  const at = `/customers/${customerId}`
  // A session of its own each time: in these stories days pass.
  const credit = () => app.as('credit_manager')

  async function promise(promisedFor: string, minor = 900_00): Promise<string> {
    const offer = { openItemId, amount: eur(minor), promisedFor }
    const taken = await credit().post(`${at}/promises`, offer)
    expect(taken.status).toBe(201)
    return taken.body.id
  }
  const planOf = (...parts: [dueOn: string, minor: number][]) => ({
    currency: 'EUR',
    items: [{ openItemId, minor: parts.reduce((sum, [, minor]) => sum + minor, 0) }],
    instalments: parts.map(([dueOn, minor]) => ({ dueOn, minor })),
  })
  async function plan(...parts: [dueOn: string, minor: number][]): Promise<string> {
    const agreed = await credit().post(`${at}/plans`, planOf(...parts))
    expect(agreed.body.state).toBe('agreed')
    return agreed.body.id
  }
  async function pay(amountMinor: number, receivedOn: string): Promise<string> {
    const allocations = [{ openItemId, amountMinor }]
    const paid = { amountMinor, currency: 'EUR', receivedOn, allocations }
    const reply = await app.as('collector').post(`${at}/payments`, paid)
    expect(reply.status).toBe(201)
    return reply.body.id
  }
  async function bounce(paymentId: string, reversedOn: string): Promise<void> {
    const why = 'The bank took it back'
    const taken = { reversedOn, why }
    const reply = await app.as('collector').post(`/payments/${paymentId}/reversal`, taken)
    expect(reply.status).toBe(201)
  }
  const settle = () => settleCommitments(world, organisation)
  async function on(date: string): Promise<number> {
    app.setNow(`${date}T12:00:00.000Z`)
    return settle()
  }
  const promises = async () =>
    (await credit().get('/promises')).body.rows.map(
      ({ state, receivedMinor }: { state: string; receivedMinor: number }) => [
        state,
        receivedMinor,
      ],
    )
  const plans = async () =>
    (await credit().get('/plans')).body.rows.map(
      (row: { state: string; instalments: { state: string }[] }) => [
        row.state,
        ...row.instalments.map(({ state }) => state),
      ],
    )
  const events = async (subject: string) => {
    const rows = await inOrganisation(world.db, organisation, (tx) =>
      tx
        .selectFrom('events')
        .select('name')
        .where('name', 'like', `${subject}.%`)
        .orderBy('id')
        .execute(),
    )
    return rows.map(({ name }) => name.slice(subject.length + 1))
  }
  return {
    ...app,
    customerId,
    at,
    openItemId,
    credit,
    promise,
    plan,
    planOf,
    pay,
    bounce,
    settle,
    on,
    promises,
    plans,
    events,
  }
}
