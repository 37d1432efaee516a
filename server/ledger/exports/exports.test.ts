import { Readable } from 'node:stream'

import exceljs from 'exceljs'
import { expect, test } from 'vitest'

import { testApp } from '../../testing/test-app.ts'

async function house() {
  const made = await testApp({ today: '2026-03-20' })
  const evil = await made.given.customer({ name: '=HYPERLINK("http://evil")', number: '-1' })
  await made.given.invoice(evil, {
    kind: 'credit_note',
    totalMinor: -1_234_50,
    number: '@cmd',
    issuedOn: '2026-03-01',
  })
  await made.given.invoice(evil, {
    totalMinor: 5,
    currency: 'KWD',
    number: '+1',
    issuedOn: '2026-02-01',
    dueOn: '2026-03-01',
  })
  return made
}

test('P77 a CSV of customers neutralises formulas and leaves negative numbers alone', async () => {
  const { as } = await house()
  const { body, bytes, headers } = await as('collector').get('/exports/customers?language=de')
  expect(headers['content-disposition']).toContain('customers-2026-03-20.csv')
  const [head, ...lines] = body.trim().split('\r\n')
  expect(head).toBe(
    'Nummer,Kunde,Land,Segment,Betreuer,Mahnwesen,Währung,Offen,Überfällig,Gutschriften,Akonto,Saldo,Älteste Fälligkeit,Tage überfällig',
  )
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  expect(lines).toEqual([
    `-1,"'=HYPERLINK(""http://evil"")",DE,Geschäftskunde,,,EUR,0.00,0.00,-1234.50,0.00,-1234.50,2026-03-01,19`,
    `-1,"'=HYPERLINK(""http://evil"")",DE,Geschäftskunde,,,KWD,0.005,0.005,0.000,0.000,0.005,2026-03-01,19`,
  ])
})

test('a workbook holds numbers, days and harmless text', async () => {
  const { as } = await house()
  const { bytes } = await as('collector').get('/exports/open-items?format=xlsx')
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.read(Readable.from(bytes))
  const sheet = workbook.worksheets[0]
  const row = sheet?.getRow(2)
  expect(row?.getCell(3).value).toBe('+1')
  expect(row?.getCell(10).value).toBe(0.005)
  expect(row?.getCell(10).numFmt).toBe('#,##0.000')
  expect(row?.getCell(2).value).toBe('=HYPERLINK("http://evil")')
  expect(row?.getCell(2).formula).toBeUndefined()
  expect(sheet?.rowCount).toBe(3)
})

test('all pages of a long list are in the file, and a seller gets their own customers only', async () => {
  const { as, given } = await testApp({ today: '2026-03-20' })
  const seller = await given.person('seller')
  const mine = await given.customer({ ownerId: seller })
  const other = await given.customer()
  for (let at = 0; at < 205; at += 1) await given.invoice(at < 3 ? mine : other, { totalMinor: 1 })
  const lines = async (who: string) =>
    (await as(who).get('/exports/open-items')).body.trim().split('\r\n').length - 1
  expect(await lines('collector')).toBe(205)
  expect(await lines(seller)).toBe(3)
})

test('what was sold and what came in are files, too, and nothing of other days is in them', async () => {
  const { as, given } = await testApp({ today: '2026-03-20' })
  const customer = await given.customer({ name: 'Brasserie du Port', number: 'K1' })
  const dates = { issuedOn: '2026-02-01', dueOn: '2026-03-03' }
  const { openItemId } = await given.invoice(customer, {
    number: 'R1',
    totalMinor: 500_00,
    ...dates,
  })
  await given.invoice(customer, { number: 'R0', totalMinor: 1_00, issuedOn: '2026-01-31' })
  await given.payment(customer, { amountMinor: 200_00, openItemId, receivedOn: '2026-03-10' })
  const linesOf = async (path: string) =>
    (await as('collector').get(path)).body.trim().split('\r\n').slice(1)

  expect(await linesOf('/exports/receivables?issuedFrom=2026-02-01')).toEqual([
    'K1,Brasserie du Port,R1,Invoice,2026-02-01,EUR,500.00,300.00',
  ])
  expect(await linesOf('/exports/allocations?kind=payment')).toEqual([
    'K1,Brasserie du Port,R1,2026-03-03,2026-03-10,7,EUR,200.00',
  ])
})
