import { expect, test } from 'vitest'

import { day, instant } from '../../kernel/day.ts'
import { testApp } from '../../testing/test-app.ts'

const entity = {
  name: 'Nord GmbH',
  code: 'NORD',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  iban: 'DE89 3704 0044 0532 0130 00',
}

test('a legal entity is made and changed, its IBAN kept plain, its today its own', async () => {
  const { as } = await testApp({ now: '2026-03-20T23:30:00Z' })
  const administrator = as('administrator')
  const made = await administrator.post('/legal-entities', entity)
  expect(made.status).toBe(201)
  await administrator.patch(`/legal-entities/${made.body.id}`, { defaultTermsDays: 14 })
  const { body } = await as('seller').get('/legal-entities')
  expect(body.entities).toMatchObject([
    { code: 'NORD', iban: 'DE89370400440532013000', defaultTermsDays: 14, today: '2026-03-21' },
  ])
})

test.each([
  ['no_such_time_zone', { timeZone: 'Berlin' }],
  ['no_such_currency', { currency: 'ABC' }],
  ['malformed_iban', { iban: 'DE00 1234' }],
  ['code_taken', {}],
])('is refused as %s', async (code, change) => {
  const { as } = await testApp({ today: '2026-03-20' })
  await as('administrator').post('/legal-entities', entity)
  const { body } = await as('administrator').post('/legal-entities', { ...entity, ...change })
  expect(body.code).toBe(code)
})

test('freshness says per entity how far facts are known, and whether that is far enough', async () => {
  // A Friday; three business days before it is Tuesday.
  const { as, given } = await testApp({ now: '2026-03-20T12:00:00Z' })
  const [fresh, stale, empty] = [
    await given.legalEntity(),
    await given.legalEntity(),
    await given.legalEntity(),
  ]
  await given.source({
    legalEntityId: fresh,
    ledgerSyncedAt: instant('2026-03-18T12:00:00Z'),
    paymentsConsideredUntil: day('2026-03-17'),
  })
  await given.source({
    legalEntityId: stale,
    ledgerSyncedAt: instant('2026-03-18T11:59:59Z'),
    paymentsConsideredUntil: day('2026-03-16'),
  })
  const { body } = await as('seller').get('/freshness')
  const of = (id: string) =>
    body.entities.find(({ legalEntityId }: { legalEntityId: string }) => legalEntityId === id)
  expect(of(fresh)).toMatchObject({ isLedgerFresh: true, arePaymentsFresh: true })
  expect(of(stale)).toMatchObject({ isLedgerFresh: false, arePaymentsFresh: false })
  expect(of(empty)).toMatchObject({
    ledgerSyncedAt: null,
    isLedgerFresh: false,
    arePaymentsFresh: false,
  })
  expect(body.isFresh).toBe(false)
})

test('a rate puts customers of several currencies into another order', async () => {
  const { as, given } = await testApp({ today: '2026-03-20' })
  const [euro, yen] = [
    await given.customer({ name: 'Euro' }),
    await given.customer({ name: 'Yen' }),
  ]
  await given.invoice(euro, { totalMinor: 100_00 })
  await given.invoice(yen, { totalMinor: 20_000, currency: 'JPY' })
  const names = async () =>
    (await as('collector').get('/customers?sort=owed')).body.rows.map(
      ({ name }: { name: string }) => name,
    )
  expect(await names()).toEqual(['Yen', 'Euro'])

  const rate = { base: 'EUR', quote: 'JPY', rateOn: '2026-03-20', rate: '250.5', origin: 'by hand' }
  expect((await as('administrator').put('/exchange-rates', rate)).status).toBe(200)
  expect(await names()).toEqual(['Euro', 'Yen'])
  expect((await as('collector').get('/exchange-rates')).body.rates).toEqual([rate])
})
