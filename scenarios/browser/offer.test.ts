import { expect, test } from 'vitest'

import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

const PICTURES = process.env['PICTURES']

test('a collector asks the seller whether they take a customer over', async () => {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const { given, visit } = house
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam Seller' })
  const customerId = await given.customer({ name: 'Brasserie du Port', ownerId: seller })
  const late = { issuedOn: '2026-01-02', dueOn: '2026-02-02' }
  await given.invoice(customerId, { ...late, totalMinor: 431_000 })
  const { page, problems } = await visit('collector', `/customers/${customerId}`)
  await page.getByRole('heading', { name: 'Brasserie du Port' }).first().waitFor()
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('You know Mr Roux')
  await dialog.getByRole('checkbox').check()
  await dialog.getByText('Finance goes on until they do').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/offer.png` })
  await dialog.getByRole('button', { name: 'Ask Sam Seller' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { body } = await house.as('collector').get(`/customers/${customerId}/timeline`)
  expect(body.rows.map(({ name }: { name: string }) => name)).toContain('ball.offered')
  expect(problems).toEqual([])
})
