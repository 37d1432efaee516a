import { expect, test, vi } from 'vitest'

import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 120_000 })

/** The vectors of the product's own definition: 15,000 receivable, 4,000 not due, sales of 10,000. */
async function books() {
  const house = await openHouse({ today: '2026-11-30' })
  const { given } = house
  const customer = await given.customer({
    name: 'Brasserie du Port',
    ownerId: await house.personOf('seller'),
  })
  const old = await given.invoice(customer, {
    number: 'R-1',
    totalMinor: 4_000_00,
    issuedOn: '2026-08-01',
    dueOn: '2026-08-31',
  })
  const { invoice, payment } = given
  await invoice(customer, { totalMinor: 8_000_00, issuedOn: '2026-10-05', dueOn: '2026-11-04' })
  await invoice(customer, { totalMinor: 6_000_00, issuedOn: '2026-11-01', dueOn: '2026-11-29' })
  await invoice(customer, { totalMinor: 4_000_00, issuedOn: '2026-11-20', dueOn: '2026-12-20' })
  await payment(customer, {
    amountMinor: 4_000_00,
    receivedOn: '2026-11-10',
    openItemId: old.openItemId,
  })
  await payment(customer, { amountMinor: 3_000_00, receivedOn: '2026-11-12' })
  return house
}

test('a figure opens to its arithmetic, and each term of it to the rows that sum to it', async () => {
  const { visit } = await books()
  const { page, problems } = await visit('finance_director', '/insight')
  await page.getByRole('button', { name: /^DSO .*show how/ }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'How it is worked out' })
  // 15,000 ÷ 22,000 of sales in 90 days × 90.
  for (const text of ['15,000.00 EUR', '18,000.00 EUR', '90 days', '75 days'])
    await panel.getByText(text, { exact: true }).waitFor()

  await panel.getByRole('link', { name: 'Sales' }).press('Enter')
  await page.waitForURL(/\/insight\/rows/)
  await page.getByText('3 rows, together').waitFor()
  expect(await page.locator('dl').first().innerText()).toContain('18,000.00')
  expect(await seriousFindings(page)).toEqual([])

  await page.goBack()
  await page.getByRole('button', { name: /^DSO .*show how/ }).press('Enter')
  await page.getByRole('link', { name: 'Balance', exact: true }).press('Enter')
  await page.getByText('less money on account').waitFor()
  const sums = await page.locator('dl').first().innerText()
  for (const sum of ['18,000.00', '−3,000.00', '15,000.00']) expect(sums).toContain(sum)
  expect(problems).toEqual([])
})

test('what is on the page is taken away as CSV and as a workbook', async () => {
  const { visit } = await books()
  const { page } = await visit('finance_director', '/insight')
  for (const [index, name] of ['ageing', 'open-items'].entries()) {
    for (const [place, format] of ['csv', 'xlsx'].entries()) {
      await page.getByRole('button', { name: 'Export' }).press('Enter')
      const download = page.waitForEvent('download')
      await page
        .getByRole('menuitem')
        .nth(index * 2 + place)
        .press('Enter')
      expect((await download).suggestedFilename()).toBe(`${name}-2026-11-30.${format}`)
    }
  }
})

test('a company without a ledger is told what will stand here and how it comes', async () => {
  const { visit } = await openHouse({ today: '2026-11-30' })
  const { page, problems } = await visit('administrator', '/insight')
  await page.getByText('No figures yet').waitFor()
  await page.getByRole('link', { name: 'Bring in a ledger' }).press('Enter')
  await page.waitForURL(/\/import/)
  expect(problems).toEqual([])
})

test.each([
  ['desktop', 'dark'],
  ['phone', 'light'],
] as const)('on a %s, %s, the figures shut nobody out', async (size, scheme) => {
  const { visit } = await books()
  const { page, problems } = await visit('finance_director', '/insight', { size, scheme })
  await page.getByText('Who owes most of what is overdue').waitFor()
  await page.waitForFunction(() => document.querySelector('.animate-breathe') === null)
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)
  expect(problems).toEqual([])
})
