import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { overflowsDown, overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A seller with one late customer, one who has paid, and a colleague's customer beside them. */
async function portfolio() {
  const house = await openHouse({ today: '2026-11-23' })
  const ownerId = await house.personOf('seller')
  const late = await house.given.customer({ name: 'Brasserie du Port', ownerId })
  await house.given.contact(late)
  const dates = { issuedOn: '2026-10-03', dueOn: '2026-11-02' }
  await house.given.invoice(late, { totalMinor: 4_310_00, ...dates })
  const paid = await house.given.customer({ name: 'Nordlicht GmbH', ownerId })
  const { openItemId } = await house.given.invoice(paid, { totalMinor: 900_00, ...dates })
  await house.given.payment(paid, { amountMinor: 900_00, openItemId, receivedOn: '2026-11-19' })
  const foreign = await house.given.customer({
    name: 'Talleres Ruiz',
    ownerId: await house.given.person('seller'),
  })
  await house.given.invoice(foreign, { totalMinor: 100_00, ...dates })
  await rebuildWorklist(house.world, house.organisation)
  return { ...house, late, foreign }
}

test('a seller sees on the phone who needs them, takes a promise, and nobody else’s customers', async () => {
  const house = await portfolio()
  const { page, problems } = await house.visit('seller', '/today', { size: 'phone' })
  await page.getByText('Finance is handling it').waitFor()
  await page.getByText('Nordlicht GmbH').waitFor()
  expect(await page.getByText('Talleres Ruiz').count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)

  await page.getByRole('link', { name: /Brasserie du Port/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Brief for Brasserie du Port' }).waitFor()
  await page.getByRole('link', { name: 'Whole customer' }).click()
  await page.locator('button[aria-label=More][aria-haspopup=menu]').click()
  await page.getByRole('menuitem', { name: 'Promise' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Note the promise' }).click()
  await page.getByText('Promise noted: ').waitFor()

  await page.goto(`/customers/${house.foreign}`)
  await page.getByText('There is no such page').waitFor()
  expect(problems).toEqual([])
})

test('an address that no page has is said within the frame, in the language of the person', async () => {
  const house = await portfolio()
  const sellerId = await house.personOf('seller')
  const german = house.world.db.updateTable('people').set({ language: 'de' })
  await german.where('id', '=', sellerId).execute()
  const { page, problems } = await house.visit('seller', '/nowhere/at/all', { size: 'phone' })
  await page.getByText('Diese Seite gibt es nicht').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Zusagen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Zusagen' }).waitFor()
  expect(problems).toEqual([])
})

test('a seller on the phone needs nothing but a thumb', async () => {
  const house = await portfolio()
  const { page, problems } = await house.visit('seller', '/today', { size: 'phone' })
  await page.getByRole('link', { name: /Brasserie du Port/ }).tap()
  await page.getByRole('heading', { level: 1, name: 'Brief for Brasserie du Port' }).waitFor()
  expect(await tooSmallForAThumb(page)).toEqual([])
  await page.getByRole('link', { name: 'Whole customer' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Brasserie du Port', exact: true }).waitFor()
  expect(await tooSmallForAThumb(page)).toEqual([])

  await page.locator('button[aria-label=More][aria-haspopup=menu]').tap()
  await page.getByRole('menuitem', { name: 'Call' }).tap()
  await page.getByRole('button', { name: 'They will pay' }).waitFor()
  expect(await overflowsSideways(page)).toBe(false)
  expect(await tooSmallForAThumb(page)).toEqual([])
  await page.goBack()
  await page.locator('button[aria-label=More][aria-haspopup=menu]').tap()
  await page.getByRole('menuitem', { name: 'Promise' }).tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Promise of Brasserie du Port').waitFor()
  expect(await overflowsSideways(page)).toBe(false)
  expect(await tooSmallForAThumb(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Note the promise' }).tap()
  await page.getByText('Promise noted: ').waitFor()

  await page.getByRole('button', { name: 'More' }).last().tap()
  await dialog.getByRole('link', { name: 'Disputes' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Disputes' }).waitFor()
  expect(problems).toEqual([])
})

test('the longest pages fit a phone in every language', async () => {
  const house = await portfolio()
  const { page, problems } = await house.visit('seller', '/today', { size: 'phone' })
  const headers = { 'x-goodterms': 'test' }
  for (const language of ['en', 'de', 'fr', 'es']) {
    await page.request.patch('/api/me', { data: { language }, headers })
    for (const path of [`/customers/${house.late}`, '/settings/account']) {
      await page.goto(path)
      await page.getByRole('main').waitFor()
      await expect.poll(() => page.locator('.animate-breathe').count()).toBe(0)
      expect(await overflowsSideways(page), `${language} ${path}`).toBe(false)
      expect(await overflowsDown(page), `${language} ${path}`).toBe(false)
    }
  }
  expect(problems).toEqual([])
})

const THUMB_PIXELS = 44

/** Buttons, fields and the ways through the house that are less high than a thumb needs. */
function tooSmallForAThumb(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const shown = document.querySelector('dialog:modal') ?? document.body
    return [...shown.querySelectorAll('button, nav a, [role=tab], input:not([type=radio]), select')]
      .filter((element) => element.checkVisibility() && !element.closest('table, aside'))
      .map((element) => [element.getBoundingClientRect().height, element] as const)
      .filter(([height]) => height > 1 && height < least)
      .map(([height, { outerHTML }]) => `${height}: ${outerHTML.slice(0, 120)}`)
  }, THUMB_PIXELS)
}

test.each([
  ['de-DE', 'de'],
  ['fr-FR', 'fr'],
  ['es-ES', 'es'],
  ['en-GB', 'en'],
  ['sv-SE', 'en'],
])('whoever comes from %s is greeted in %s', async (locale, language) => {
  const house = await openHouse()
  const { page } = await house.visit('seller', '/today', { locale })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('textbox').first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe(language)
  expect(await seriousFindings(page)).toEqual([])
})
