import { expect, test } from 'vitest'

import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { collectingIn } from '../../server/testing/collecting-app.ts'

const PICTURES = process.env['PICTURES']

test('P07 whoever is asked sends a copy of what left, sees first what goes, and can take it back', async () => {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const app = await collectingIn(house)
  const { id, openItemId } = await app.debtor({ email: 'ada@customer.test' })
  await app.planAndSend()
  await app.given.payment(id, { amountMinor: 40_00, openItemId })

  const desk = await house.visit('collector', `/customers/${id}`)
  const { page } = desk
  await page.getByRole('button', { name: 'Read the message' }).click()
  await page.getByRole('button', { name: 'Send a copy' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Send this message once more' })
  await dialog.getByText('Goes to one person: Ada Example <ada@customer.test>').waitFor()
  expect(await dialog.getByText(/^Copy: /).count()).toBe(1)
  expect(await dialog.locator('dd').allTextContents()).toEqual(
    expect.arrayContaining(['100.00EUR', '60.00EUR']),
  )
  expect(await dialog.getByRole('button', { name: 'Send the copy' }).isDisabled()).toBe(true)
  expect(await seriousFindings(page)).toEqual([])
  await dialog.getByLabel('Who asked, and why').fill('Ada, on the phone')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The copy leaves in 10 seconds.').waitFor()
  await page.getByText(/^Copy: /).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Message taken back').waitFor()
  expect(await app.mail.received()).toHaveLength(1)
  expect(desk.problems).toEqual([])

  const auditor = await house.visit('auditor', `/customers/${id}`, { size: 'phone' })
  await auditor.page.getByRole('button', { name: 'Read the message' }).last().click()
  const copy = auditor.page.getByRole('button', { name: 'Send a copy' })
  expect(await copy.isDisabled()).toBe(true)
  expect(await seriousFindings(auditor.page)).toEqual([])
  await auditor.page.close()

  await app.given.hold(id)
  const phone = await house.visit('collector', `/customers/${id}`, {
    size: 'phone',
    scheme: 'dark',
  })
  await phone.page.getByRole('button', { name: 'Read the message' }).last().click()
  await phone.page.getByRole('button', { name: 'Send a copy' }).click()
  await phone.page.getByText(/^It cannot go now\./).waitFor()
  expect(await overflowsSideways(phone.page)).toBe(false)
  expect(await seriousFindings(phone.page)).toEqual([])
  if (PICTURES) await phone.page.screenshot({ path: `${PICTURES}/copy-held-phone.png` })
})
