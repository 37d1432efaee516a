import { expect, test, vi } from 'vitest'

import { seriousFindings } from '../../server/testing/browser.ts'
import { openInstallation } from '../../server/testing/browsing.ts'
import { givenOrganisation, givenPerson } from '../../server/testing/given/people.ts'

vi.setConfig({ testTimeout: 180_000 })

const MONDAY = '2026-11-16T09:00:00Z'

const LEDGER = [
  'Customer no;Customer name;Country;Contact;Email;Invoice no;Invoice date;Due date;Currency;Total;Open amount',
  'K1;Brasserie du Port SARL;FR;Mme Leroy;leroy@brasserie.example;R-1001;03.09.2026;05.11.2026;EUR;4.310,00;4.310,00',
  'K2;Nordlicht GmbH;DE;Jens Petersen;petersen@nordlicht.example;R-1003;01.10.2026;04.11.2026;EUR;8.460,00;8.000,00',
].join('\r\n')

test('a new installation becomes a company whose first run is rehearsed, by the keyboard', async () => {
  const { open } = await openInstallation({ now: MONDAY })
  const { page, problems } = await open()
  await page.goto('/')
  const own = page.getByRole('button', { name: /Set up my company/ })
  await own.press('Enter')

  const name = page.getByLabel('Name of the organisation')
  await name.press('Enter')
  await page.getByText('Please fill this in.').first().waitFor()
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await seriousFindings(page)).toEqual([])
  await name.fill('Moreau Wein')
  await name.press('Enter')
  const head = page.getByRole('heading', { name: 'The company that invoices' })
  await expect.poll(() => head.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.getByLabel('Name on the invoices').fill('Moreau Wein GmbH')
  await page.getByLabel('Country').selectOption('DE')
  const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  expect(await page.getByLabel('Time zone').inputValue()).toBe(zone)
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  expect(await page.getByLabel('Currency').inputValue()).toBe('EUR')
  await page.getByLabel('Name on the invoices').press('Enter')
  await page.getByLabel('Your name').fill('Ada Moreau')
  await page.getByLabel('Email').fill('ada@moreau.example')
  await page.getByLabel('Password').fill('wine is bottled poetry')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByLabel('Password').press('Enter')
  await page.getByText('Test mode is on').first().waitFor()
  await page.getByRole('button', { name: 'Set up Moreau Wein' }).press('Enter')

  await page.waitForURL(/\/import/)
  const buffer = Buffer.from(LEDGER, 'latin1')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'open-items.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Compare with the ledger' }).press('Enter')
  await page.getByRole('button', { name: 'Take it into the ledger' }).press('Enter')
  await page.getByText('The file is in the ledger.').waitFor()

  await page.goto('/run')
  await page.getByRole('button', { name: 'Rehearse another day' }).press('Enter')
  const rehearsal = page.getByRole('dialog')
  await rehearsal.getByRole('button', { name: 'Rehearse', exact: true }).press('Enter')
  await rehearsal.getByText('Nordlicht GmbH').waitFor()
  await rehearsal.getByText('Brasserie du Port SARL').waitFor()
  expect(problems).toEqual([])
})

test('the demo is entered as one of its people, without a password', async () => {
  const { open, world } = await openInstallation({ now: MONDAY })
  const demo = await givenOrganisation(world, { name: 'Kessler Moreau', testMode: true })
  await givenPerson(world, demo, { roles: ['collector'], name: 'Jonas Weber' })
  await world.db.updateTable('organisations').set({ isDemo: true }).execute()

  const { page, problems } = await open({ size: 'phone' })
  await page.goto('/')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: /Enter as Jonas Weber/ }).press('Enter')
  await page.waitForURL(/\/today/)
  await page.getByText('Test mode').waitFor()
  expect(problems).toEqual([])
})
