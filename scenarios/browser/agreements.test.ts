import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 180_000 })

/** A seller, their manager, and a customer who owes two late invoices. */
async function negotiation() {
  const house = await openHouse({ today: '2026-11-30' })
  const boss = await house.given.personWith({ roles: ['sales_manager'], name: 'Anna Keller' })
  const teamId = await house.given.team({ managerId: boss })
  const seller = await house.given.personWith({ roles: ['seller'], name: 'Sam Vogel', teamId })
  const customerId = await house.given.customer({ name: 'Brasserie du Port', ownerId: seller })
  await house.given.contact(customerId)
  const dates = { issuedOn: '2026-10-03', dueOn: '2026-11-02' }
  const late = await house.given.invoice(customerId, { totalMinor: 4_310_00, ...dates })
  await house.given.invoice(customerId, { totalMinor: 1_150_00, ...dates })
  await rebuildWorklist(house.world, house.organisation)
  const page = `/customers/${customerId}`
  return { ...house, boss, seller, customerId, page, openItemId: late.openItemId }
}

async function looksGood(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)
}

test('a seller on the phone takes over, promises, asks for more and agrees on a plan', async () => {
  const house = await negotiation()
  const { page, problems } = await house.visit(house.seller, house.page, { size: 'phone' })
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: 'Take over' }).tap()
  await dialog.getByText('You have it until Mon 7 Dec: 5 working days.').waitFor()
  await dialog.getByText('3 more times').waitFor()
  await looksGood(page)
  await dialog.getByRole('button', { name: 'Take over from finance' }).tap()
  await page.getByText('Until then finance sends no reminders.').waitFor()
  await looksGood(page)

  await page.locator('button[aria-label=More][aria-haspopup=menu]').tap()
  await page.getByRole('menuitem', { name: 'Promise' }).tap()
  const left = dialog.getByText('You may agree to payment until 14 Dec, in up to 3 instalments')
  await left.waitFor()
  await dialog.getByLabel('Will be here by').fill('2027-01-20')
  await dialog.getByText('51 days of time; 14 are allowed').waitFor()
  await dialog.getByLabel('Why it is worth it').fill('Their season starts in January')
  await looksGood(page)
  await dialog.getByRole('button', { name: 'Ask Anna Keller' }).tap()
  await page.getByText('Asked. You are told').waitFor()

  await page.getByRole('tab', { name: 'Commitments' }).tap()
  await page.getByRole('heading', { name: 'Requests' }).waitFor()
  await page.getByText('Their season starts in January').waitFor()
  await looksGood(page)
  await page.getByRole('button', { name: 'Take back' }).tap()
  await page.getByText('Request taken back.').waitFor()

  await page.locator('button[aria-haspopup=menu]:visible').last().tap()
  await page.getByRole('menuitem', { name: 'Plan' }).tap()
  await dialog.getByText('Within what you may agree to: in force at once.').waitFor()
  await dialog.getByLabel('Further instalments').fill('5')
  await dialog.getByText('6 instalments; 3 are allowed').waitFor()
  await dialog.getByLabel('Further instalments').fill('1')
  await looksGood(page)
  await dialog.getByRole('button', { name: 'Agree on the plan' }).tap()
  await page.getByText('0 of 2 instalments kept.').waitFor()
  await looksGood(page)
  expect(problems).toEqual([])
})

test('of two who decide at once in two browsers one wins and the other is told', async () => {
  const house = await negotiation()
  const promise = {
    openItemId: house.openItemId,
    amount: { minor: 4_310_00, currency: 'EUR' },
    promisedFor: '2027-01-20',
  }
  const asked = { promise, note: 'They had a fire' }
  await house.as(house.seller).post(`${house.page}/approvals`, asked)

  const manager = await house.visit(house.boss, '/approvals')
  const credit = await house.visit('credit_manager', '/approvals', { size: 'phone' })
  const approve = { name: 'Approve: Brasserie du Port' }
  await credit.page.getByRole('button', approve).waitFor()
  await looksGood(credit.page)
  const held = Promise.withResolvers<undefined>()
  await credit.page.route('**/decision', async (route) => {
    await held.promise
    await route.continue()
  })
  await credit.page.getByRole('button', approve).tap()

  await manager.page.getByRole('link', { name: /^Approvals 1/ }).waitFor()
  await manager.page.getByText('Owes 5,460.00 EUR, 5,460.00 EUR of it overdue.').waitFor()
  await looksGood(manager.page)
  await manager.page.getByRole('button', approve).focus()
  await manager.page.keyboard.press('Enter')
  await manager.page.getByText('Approved: it is in force for Brasserie du Port.').waitFor()
  await manager.page.getByText('Nothing waits for a decision').waitFor()

  held.resolve(undefined)
  await credit.page.getByText('This was decided already.').waitFor()
  await credit.page.getByText('Nothing waits for a decision').waitFor()
  const { body } = await house.as(house.seller).get('/promises')
  expect(body.rows).toMatchObject([{ promisedFor: '2027-01-20', state: 'open' }])
  expect([...manager.problems, ...credit.problems]).toEqual([])
})

test('a manager gives more room for one customer, and credit sets what holds for all', async () => {
  const house = await negotiation()
  const manager = await house.visit(house.boss, `${house.page}?tab=terms`)
  await manager.page.getByRole('button', { name: 'Give more room' }).click()
  const dialog = manager.page.getByRole('dialog')
  await dialog.getByLabel('Longest time').fill('60')
  await looksGood(manager.page)
  await dialog.getByRole('button', { name: 'Give this room' }).click()
  await manager.page.getByText('60 days of time, up to 3 instalments').waitFor()
  await looksGood(manager.page)
  const promise = { openItemId: house.openItemId, amount: { minor: 100_00, currency: 'EUR' } }
  const taken = { ...promise, promisedFor: '2027-01-29' }
  expect((await house.as(house.seller).post(`${house.page}/promises`, taken)).status).toBe(201)
  await manager.page.getByText('by their own mandate').waitFor()
  await manager.page.getByRole('button', { name: 'Take back' }).click()
  await manager.page.getByText('Mandate taken back.').waitFor()

  const credit = await house.visit('credit_manager', '/settings/mandates', { scheme: 'dark' })
  await credit.page.getByRole('button', { name: 'Add a row' }).click()
  await credit.page.getByLabel('Longest time').fill('60')
  await credit.page.getByText('Of 1 promises and plans since').waitFor()
  await looksGood(credit.page)
  await credit.page.getByRole('button', { name: 'Save mandates' }).click()
  await credit.page.getByText('Saved').first().waitFor()

  const reading = await house.visit(house.seller, '/settings/mandates', { size: 'phone' })
  await reading.page.getByText('All customers, any amount in EUR').waitFor()
  expect(await reading.page.getByRole('button', { name: 'Add a row' }).count()).toBe(0)
  await looksGood(reading.page)
  await reading.page.goto('/plans')
  await reading.page.getByText('No plans here').waitFor()
  await looksGood(reading.page)
  expect([...manager.problems, ...credit.problems, ...reading.problems]).toEqual([])
})
