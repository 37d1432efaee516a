import { expect, onTestFinished, test, vi } from 'vitest'

import { startWorker } from '../../server/jobs/jobs.ts'
import { jobsOf } from '../../server/rooms.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 120_000 })

const LEDGER = [
  'Customer no;Customer name;Country;Email;Invoice no;Invoice date;Due date;Currency;Total;Open amount',
  'K1;Brasserie du Port SARL;FR;leroy@brasserie.example;R-1001;03.09.2026;05.11.2026;EUR;4.310,00;4.310,00',
  'K2;Talleres Ruiz SL;ES;ana@talleres.example;R-1002;01.10.2026;01.11.2026;EUR;zwölf;700,00',
  'K3;Weinhaus;DE;w@wein.example;R-1003;01.10.2026;31.10.2026;EUR;100,00;200,00',
].join('\r\n')

test.each([
  ['desktop', 'light'],
  ['phone', 'dark'],
] as const)('on a %s, %s, wrong rows are mended where they are found', async (size, scheme) => {
  const house = await openHouse({ now: '2026-11-16T09:00:00Z' })
  await house.given.legalEntity()
  const worker = await startWorker({ ...house.world, jobs: jobsOf(house.world) })
  onTestFinished(() => worker.stop())
  const { page, problems } = await house.visit('collector', '/import', { size, scheme })
  await page.getByText('How to begin').waitFor()
  expect(await seriousFindings(page)).toEqual([])

  const buffer = Buffer.from(LEDGER, 'latin1')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'open-items.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Compare with the ledger' }).press('Enter')

  const amount = page.getByRole('listitem').filter({ hasText: 'This is not an amount' })
  await amount.getByText('line 3 · column Total · “zwölf”').waitFor()
  const open = page.getByRole('listitem').filter({ hasText: 'More is open than' })
  await open.getByText('line 4 · column Open amount').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)

  await amount.getByLabel('Instead').fill('700,00')
  await amount.getByLabel('Instead').press('Enter')
  await amount.waitFor({ state: 'detached' })
  await open.getByRole('button', { name: 'Look at the row' }).press('Enter')
  const row = page.getByRole('dialog')
  await row.getByLabel('Open amount').fill('100,00')
  await row.getByLabel('Open amount').press('Enter')
  await open.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Take it into the ledger' }).press('Enter')
  await page.getByText('The file is in the ledger.').waitFor()
  expect(problems).toEqual([])
})
