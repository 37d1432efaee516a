import type { Page, Route } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Three late customers of this collector, the largest on top: Brasserie, Nordlicht, Talleres. */
async function monday() {
  const house = await openHouse({ today: '2026-11-23' })
  const collectorId = await house.personOf('collector')
  const customers: string[] = []
  for (const [name, totalMinor] of [
    ['Brasserie du Port', 48_200_00],
    ['Nordlicht GmbH', 8_460_00],
    ['Talleres Ruiz', 1_150_00],
  ] as const) {
    const customer = await house.given.customer({ name, collectorId })
    await house.given.invoice(customer, { totalMinor, dueOn: '2026-11-02', issuedOn: '2026-09-12' })
    customers.push(customer)
  }
  await rebuildWorklist(house.world, house.organisation)
  return { ...house, customers }
}

const brief = (page: Page, name: string) =>
  page.getByRole('article', { name: 'Brief' }).getByRole('heading', { name })

test('a key struck in the instant in which a customer appears is about that customer', async () => {
  const house = await monday()
  const { page, problems } = await house.visit('collector', '/sign-in')
  await page.addInitScript(strikeWhenSeen)
  await page.goto('/today')
  await brief(page, 'Nordlicht GmbH').waitFor()
  expect(problems).toEqual([])
})

/** Runs in the page: J as soon as the first customer stands there, before anything else can happen. */
function strikeWhenSeen(): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector('article h2')?.textContent !== 'Brasserie du Port') return
    watch.disconnect()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
  })
  watch.observe(document, { childList: true, subtree: true })
}

test('a late answer does not bring back whom somebody has just finished', async () => {
  const house = await monday()
  const { page, problems } = await house.visit('collector', '/sign-in')
  await page.addInitScript(hearNothing)
  await page.goto('/today')
  await brief(page, 'Brasserie du Port').waitFor()
  const list = await holdNext(page, '**/api/worklist?*')
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByText('Note on Brasserie du Port').waitFor()
  await page.keyboard.type('Asks for Ms Weber.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('j')
  await brief(page, 'Nordlicht GmbH').waitFor()
  await list.isHeld
  const done = await holdNext(page, '**/api/customers/*/done')

  await page.keyboard.press('e')
  await done.isHeld
  await brief(page, 'Talleres Ruiz').waitFor()
  await list.letGo()
  // Long enough for an answer that came to be drawn.
  await page.waitForTimeout(300)
  expect(await brief(page, 'Talleres Ruiz').isVisible()).toBe(true)
  await done.letGo()

  await page.getByText('1 of 3 today').waitFor()
  expect(await brief(page, 'Talleres Ruiz').isVisible()).toBe(true)
  expect(problems).toEqual([])
})

/** Runs in the page: no live updates, which would ask anew before the held answer comes. */
function hearNothing(): void {
  EventSource.prototype.addEventListener = () => undefined
}

/** Holds the next answer to such a request: what it says was true when it was asked. */
async function holdNext(page: Page, url: string) {
  const held = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  let isFirst = true
  const hold = async (route: Route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    const response = await route.fetch()
    held.resolve()
    await gate.promise
    // The page may have given the question up meanwhile.
    await route.fulfill({ response }).catch(() => undefined)
    return gone.resolve()
  }
  await page.route(url, hold)
  return {
    isHeld: held.promise,
    letGo: async () => {
      gate.resolve()
      await gone.promise
    },
  }
}

test('a form stays with its customer when a colleague takes them off the list meanwhile', async () => {
  const house = await monday()
  const { page, problems } = await house.visit('collector', '/today')
  await brief(page, 'Brasserie du Port').waitFor()
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog')
  const amount = dialog.getByLabel('Amount')
  await expect.poll(() => amount.inputValue(), { timeout: 20_000 }).toBe('48,200.00')

  const colleague = house.as(await house.given.person('collector'))
  const done = await colleague.post(`/customers/${house.customers[0]}/done`, {})
  expect(done.status).toBe(201)
  await page.getByText('1 of 3 today').waitFor()

  expect(await dialog.getByText('Promise of Brasserie du Port').isVisible()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.getByText('Promise noted: ').waitFor()
  await brief(page, 'Nordlicht GmbH').waitFor()
  const { body } = await colleague.get('/promises')
  expect(body.rows).toMatchObject([{ customer: { id: house.customers[0] } }])
  expect(problems).toEqual([])
})
