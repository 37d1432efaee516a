import { addDays, day } from '../kernel/day.ts'
import { testApp } from './test-app.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })

/** A seller, their manager and credit, and a thousand euros that are late since the end of October. */
export async function negotiation(timeZone = 'UTC', today = '2026-11-18') {
  const shop = await testApp({ today, timeZone })
  const boss = await shop.given.personWith({ roles: ['sales_manager'], name: 'Ada' })
  const teamId = await shop.given.team({ managerId: boss })
  const owner = await shop.given.personWith({ roles: ['seller'], name: 'Sam', teamId })
  const customerId = await shop.given.customer({ name: 'Brasserie du Port', ownerId: owner })
  const invoice = await shop.given.invoice(customerId, {
    totalMinor: 1_000_00,
    dueOn: addDays(day(today), -20),
    issuedOn: addDays(day(today), -50),
  })
  const { openItemId } = invoice
  const plan = (...parts: [dueOn: string, minor: number][]) => ({
    currency: 'EUR',
    items: [{ openItemId, minor: parts.reduce((sum, [, minor]) => sum + minor, 0) }],
    instalments: parts.map(([dueOn, minor]) => ({ dueOn, minor })),
    note: 'They had a fire',
  })
  const promise = (promisedFor: string) => ({ openItemId, amount: eur(1_000_00), promisedFor })
  return {
    ...shop,
    customerId,
    openItemId,
    owner,
    boss,
    at: `/customers/${customerId}`,
    seller: shop.as(owner),
    manager: shop.as(boss),
    credit: shop.as('credit_manager'),
    plan,
    promise,
  }
}
