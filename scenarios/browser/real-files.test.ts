import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'

import { inOrganisation } from '../../server/database/tenancy.ts'
import { startWorker } from '../../server/jobs/jobs.ts'
import { jobsOf } from '../../server/rooms.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 240_000 })

const REAL = join(import.meta.dirname, '../../../shared/data')
const hasFiles = existsSync(REAL)
if (!hasFiles) console.log('skipped: the real files of ../shared/data are not here')

const LEDGER = join(REAL, 'ar/ibm_accounts_receivable_dev.csv')
const EINVOICE = join(REAL, 'einvoice/peppol__base-example.xml')
const FACTUR_X = join(REAL, 'einvoice/zugferd-v2__Facture_FR_EN16931.pdf')

test.skipIf(!hasFiles)(
  'files that others wrote are dropped, and the ledger has what they say to the cent',
  async () => {
    const house = await openHouse({ now: '2026-11-16T09:00:00Z' })
    await house.given.legalEntity()
    const worker = await startWorker({ ...house.world, jobs: jobsOf(house.world) })
    onTestFinished(() => worker.stop())
    const { page, problems } = await house.visit('collector', '/import')

    await drop(page, LEDGER)
    await page.getByRole('heading', { name: 'What the columns mean' }).waitFor()
    await page.getByLabel('Currency of the amounts').selectOption('USD')
    await page.getByRole('button', { name: 'Compare with the ledger' }).click()
    await page.getByText('1,476 rows').last().waitFor()
    await page
      .getByText(/88,268\.75\s*USD\s*=\s*88,268\.75\s*USD\s*agrees/)
      .first()
      .waitFor()
    await takeIn(page)

    for (const file of [EINVOICE, FACTUR_X]) {
      await page.goto('/import')
      await drop(page, file)
      await takeIn(page)
    }

    const sums = await inOrganisation(house.world.db, house.organisation, (tx) =>
      tx
        .selectFrom('receivables')
        .innerJoin('openItems', 'openItems.receivableId', 'receivables.id')
        .select(({ fn }) => [
          'receivables.currency',
          fn.countAll().as('count'),
          fn.sum('openItems.totalMinor').as('total'),
        ])
        .groupBy('receivables.currency')
        .orderBy('receivables.currency')
        .execute(),
    )
    // 1,656.25 of the one and 671.15 of the other, of which 201.00 was paid before.
    expect(sums.map((row) => Object.values(row).map(String))).toEqual([
      ['EUR', '2', '232740'],
      ['USD', '1476', '8826875'],
    ])
    expect(problems).toEqual([])
  },
)

async function drop(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file)
}

async function takeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take it into the ledger' }).click()
  await page.getByText('The file is in the ledger.').waitFor({ timeout: 60_000 })
}
