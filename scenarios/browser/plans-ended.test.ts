import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { settleCommitments } from '../../server/collecting/desk/commitments/commitments.ts'
import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'

vi.setConfig({ testTimeout: 180_000 })

const PICTURES = process.env['PICTURES']

/** A customer whose plan of 400 € and 500 € broke with its first instalment. */
async function broken() {
  const house = await openHouse({ now: '2026-11-18T12:00:00Z' })
  const customerId = await house.given.customer({ name: 'Brasserie du Port' })
  await house.given.contact(customerId)
  const dates = { issuedOn: '2026-08-03', dueOn: '2026-09-02' }
  const invoice = await house.given.invoice(customerId, { totalMinor: 900_00, ...dates })
  await house.as('credit_manager').post(`/customers/${customerId}/plans`, {
    currency: 'EUR',
    items: [{ openItemId: invoice.openItemId, minor: 900_00 }],
    instalments: [
      { dueOn: '2026-11-20', minor: 400_00 },
      { dueOn: '2026-12-20', minor: 500_00 },
    ],
    note: 'Their largest customer pays in December',
  })
  house.setNow('2026-11-24T12:00:00Z')
  await settleCommitments(house.world, house.organisation)
  await rebuildWorklist(house.world, house.organisation)
  /** The books are of today, and a mail could leave. */
  async function mailable(): Promise<void> {
    const { freshFacts, mailSettings } = givenCollecting(house.world, house.organisation)
    await freshFacts()
    await mailSettings({ host: '127.0.0.1', port: 9 })
  }
  return { ...house, mailable, page: `/customers/${customerId}?tab=commitments` }
}

async function looksGood(page: Page, name: string): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/plan-${name}.png`, fullPage: true })
}

test('finance makes the rest due, agrees on other instalments, and reads what became of each', async () => {
  const house = await broken()
  const { page, problems } = await house.visit('credit_manager', house.page)
  const dialog = page.getByRole('dialog')
  await page.getByText('One missed instalment lets the whole rest be made due.').waitFor()
  await looksGood(page, 'broken')

  await page.getByRole('button', { name: 'Make the whole rest due' }).click()
  await dialog.getByText('900.00 EUR is due at once').waitFor()
  await dialog.getByRole('textbox').fill('Nothing came, nobody answers')
  // The books are old: somebody writes, and it says so before it is done.
  await dialog.getByText('No mail can go: The ledger is too old to be sure.').waitFor()
  await looksGood(page, 'no-mail')
  await house.mailable()
  await page.keyboard.press('Escape')
  await page.reload()
  await page.getByRole('button', { name: 'Make the whole rest due' }).click()
  await dialog.getByRole('textbox').fill('Nothing came, nobody answers')
  await dialog.getByText('Your payment plan: €900.00 is due now').waitFor()
  await dialog.getByText('Instalment 1 of 2, due on 20 November 2026').waitFor()
  await looksGood(page, 'clause')
  await dialog.getByRole('radio', { name: 'A person writes' }).click()
  await dialog.getByText('gets the task to write to the customer today').waitFor()
  await looksGood(page, 'letter')
  await dialog.getByRole('radio', { name: 'Tell them by mail' }).click()
  await dialog.getByRole('button', { name: 'Make due and send' }).click()
  await page.getByText('The mail leaves in a few seconds.').waitFor()
  await page.getByText('whole rest due', { exact: true }).waitFor()
  await page.getByText('900.00 EUR of it is still open').waitFor()
  await page.getByText('Nothing came, nobody answers').first().waitFor()
  await looksGood(page, 'accelerated')

  await page.getByRole('button', { name: 'Other instalments' }).click()
  await dialog.getByRole('heading', { name: 'Other instalments for Brasserie du Port' }).waitFor()
  await dialog.getByLabel('Further instalments').fill('2')
  await looksGood(page, 'replacing')
  await dialog.getByRole('button', { name: 'Agree on the plan' }).click()
  await page.getByText('replaced', { exact: true }).waitFor()
  await page.getByText('running, not signed').waitFor()
  await page.getByText('It takes the place of an earlier plan.').waitFor()
  await looksGood(page, 'replaced')
  expect(problems).toEqual([])

  // The same on a telephone, in the dark, in German; somebody of legal may look and change nothing.
  await house.world.db
    .updateTable('people')
    .set({ language: 'de' })
    .where('id', '=', await house.personOf('legal'))
    .execute()
  const looker = await house.visit('legal', house.page, { size: 'phone', scheme: 'dark' })
  await looker.page.getByRole('tab', { selected: true }).waitFor()
  await looker.page.getByText('ersetzt', { exact: true }).waitFor()
  expect(await looker.page.getByRole('button', { name: 'Andere Raten' }).count()).toBe(0)
  await looksGood(looker.page, 'phone')
  await looker.page.goto('/plans?show=all')
  await looker.page.getByText('ersetzt', { exact: true }).first().waitFor()
  await looksGood(looker.page, 'list')
  expect(looker.problems).toEqual([])
})
