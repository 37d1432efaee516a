import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../../../kernel/day.ts'
import { collectingApp } from '../../../../testing/collecting-app.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** A seller with a customer who owes two invoices, and everything around it. */
async function visit(fields: { language?: string } = {}) {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const { given, as } = app
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam Seller' })
  const language = fields.language ?? 'de'
  const customerId = await given.customer({ name: 'Nordlicht GmbH', ownerId: seller, language })
  const [first, second] = [
    await given.invoice(customerId, {
      number: 'N-1',
      totalMinor: 4310_00,
      issuedOn: '2026-01-03',
      dueOn: '2026-02-02',
    }),
    await given.invoice(customerId, {
      number: 'N-2',
      totalMinor: 1150_00,
      issuedOn: '2026-01-17',
      dueOn: '2026-02-16',
    }),
  ]
  const brief = async (who: string = seller) =>
    (await as(who).get(`/customers/${customerId}/visit-brief`)).body
  await given.freshFacts()
  return { ...app, seller, customerId, first, second, brief }
}

describe('the brief for a visit', () => {
  test('opens in the language of the customer with the real invoices', async () => {
    const { brief } = await visit()
    const { opening, areAmountsSure, customer } = await brief()
    expect([customer.language, areAmountsSure]).toEqual(['de', true])
    expect(opening.sentences.map(plain)).toEqual([
      'Es geht mir um die beiden Rechnungen vom 3. und 17. Januar über 4.310,00 € und 1.150,00 €, die noch nicht bezahlt sind.',
    ])
  })

  test('P42 names no amount from old books without saying so first', async () => {
    const { brief, setNow } = await visit({ language: 'en' })
    setNow('2026-03-13T08:00:00Z')
    const { opening, areAmountsSure, freshness } = await brief()
    expect([areAmountsSure, freshness.isLedgerFresh]).toEqual([false, false])
    expect(opening.sentences).toEqual([
      'I would like to talk about the two invoices dated 3 and 17 January, which were not yet paid in our books of 4 March 2026.',
    ])
  })

  test('P45 leaves out what is disputed, and what is promised for a day to come', async () => {
    const { brief, given, customerId, first, second } = await visit({ language: 'en' })
    await given.dispute(customerId, first.id, 4000_00)
    await given.promise(customerId, second.openItemId, '2026-03-20')
    const { opening, items, disputes, promises, questions } = await brief()
    expect(opening.sentences).toEqual([
      'I would like to talk about the invoice dated 3 January, of which €310.00 is not yet paid.',
    ])
    expect(items).toMatchObject([
      { number: 'N-1', disputedMinor: 4000_00, isPromised: false, isLate: true },
      { number: 'N-2', disputedMinor: 0, isPromised: true },
    ])
    expect(disputes).toMatchObject([{ number: 'N-1', amount: { minor: 4000_00 } }])
    expect(promises).toMatchObject([{ state: 'open', promisedFor: '2026-03-20' }])
    expect(questions.map(({ code }: { code: string }) => code)).toEqual([
      'promise_due',
      'dispute',
      'who_pays',
      'when_pays',
    ])
  })

  test('says what documents an invoice has and lacks', async () => {
    const { brief, given, customerId, first } = await visit()
    await given.policy({ evidenceRequired: ['invoice', 'delivery_note'] })
    await given.evidence(customerId, { receivableId: first.id, kind: 'delivery_note' })
    const { items, documents } = await brief()
    expect(documents).toBe(1)
    expect(items.map(({ evidence }: { evidence: unknown }) => evidence)).toEqual([
      { present: ['delivery_note'], missing: ['invoice'] },
      { present: [], missing: ['invoice', 'delivery_note'] },
    ])
  })

  test('says who holds the customer, what finance will send, and when one meets', async () => {
    const { brief, given, customerId, seller, as } = await visit()
    await as('collector').post(`/customers/${customerId}/contacts`, {
      role: 'accounts_payable',
      name: 'Anna',
      email: 'anna@nordlicht.test',
      phone: '+4930123456',
    })
    expect(await brief()).toMatchObject({
      ball: { lane: 'finance' },
      next: { decision: 'message', channel: 'email', step: { key: 'final' } },
      meeting: null,
      mandates: [{ currency: 'EUR', source: 'usual', limits: { longestExtensionDays: 14 } }],
      contacts: [{ name: 'Anna', phone: '+4930123456', role: 'accounts_payable' }],
    })
    await as(seller).post(`/customers/${customerId}/ball/taking`, { note: '' })
    await given.meeting(customerId, seller, addDays(day('2026-03-04'), 1))
    expect(await brief()).toMatchObject({
      ball: { lane: 'seller', holder: { id: seller } },
      next: { decision: 'held', reasons: [{ code: 'ball_with_seller' }] },
      meeting: { onDay: '2026-03-05', startsAt: null, person: { name: 'Sam Seller' } },
    })
  })

  test('P77 is for their seller only, and for those who see everybody', async () => {
    const { as, given, customerId, seller } = await visit()
    const url = `/customers/${customerId}/visit-brief`
    const other = await given.person('seller')
    expect((await as(other).get(url)).body.code).toBe('no_such_customer')
    expect((await as(seller).get(url)).status).toBe(200)
    expect((await as('collector').get(url)).status).toBe(200)
  })
})
