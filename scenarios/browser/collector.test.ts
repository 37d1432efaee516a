import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { findingsInBothSchemes, overflowsSideways } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Three late customers of this collector, on a Monday; the largest is on top. */
async function monday() {
  const house = await openHouse({ today: '2026-11-23' })
  const collectorId = await house.personOf('collector')
  const ownerId = await house.personOf('seller')
  for (const [name, totalMinor, dueOn] of [
    ['Brasserie du Port', 48_200_00, '2026-11-02'],
    ['Nordlicht GmbH', 8_460_00, '2026-10-12'],
    ['Talleres Ruiz', 1_150_00, '2026-11-16'],
  ] as const) {
    const customer = await house.given.customer({ name, collectorId, ownerId })
    await house.given.contact(customer, { name: 'Ada Example' })
    await house.given.invoice(customer, { totalMinor, dueOn, issuedOn: '2026-09-12' })
  }
  await rebuildWorklist(house.world, house.organisation)
  return house
}

test('a collector works through the list without touching the mouse', async () => {
  const house = await monday()
  const { page, problems } = await house.visit('collector', '/today')
  const brief = page.getByRole('article', { name: 'Brief' })
  await brief.getByRole('heading', { name: 'Brasserie du Port' }).waitFor()

  await page.keyboard.press('j')
  await brief.getByRole('heading', { name: 'Nordlicht GmbH' }).waitFor()
  await page.keyboard.press('k')
  await brief.getByRole('heading', { name: 'Brasserie du Port' }).waitFor()

  await page.keyboard.press('p')
  const amount = page.getByRole('dialog').getByLabel('Amount')
  await expect.poll(() => amount.inputValue(), { timeout: 20_000 }).toBe('48,200.00')
  await amount.press('Enter')
  await page.getByText('Promise noted: ').waitFor()
  await brief.getByRole('heading', { name: 'Nordlicht GmbH' }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.keyboard.press('e')
  await page.getByText('1 of 3 today').waitFor()
  await brief.getByRole('heading', { name: 'Talleres Ruiz' }).waitFor()

  await page.keyboard.press('Enter')
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: 'Talleres Ruiz' }).first().waitFor()
  expect(problems).toEqual([])
})

test('each key of the desk does what it says, and the focus comes back', async () => {
  const house = await monday()
  const { page, problems } = await house.visit('collector', '/sign-in')
  await page.clock.install({ time: house.world.clock() })
  await page.goto('/today')
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const heading = page.getByRole('article', { name: 'Brief' }).getByRole('heading', { level: 2 })
  await heading.getByText('Brasserie du Port').waitFor()

  await keyboard.press('j')
  await keyboard.press('k')
  await keyboard.press('c')
  await page.getByRole('heading', { name: 'How did it go with Brasserie du Port?' }).waitFor()
  await page.getByRole('button', { name: 'I did not reach them' }).click()
  for (const name of ['Next', 'Next', 'Send']) await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await page.clock.fastForward(8000)
  await page.getByRole('link', { name: 'To today' }).click()
  await heading.getByText('Nordlicht GmbH').waitFor()
  expect(await page.evaluate(() => document.activeElement?.ariaCurrent)).toBe('true')

  await keyboard.press('n')
  await dialog.getByText('Note on Nordlicht GmbH').waitFor()
  await keyboard.type('Asks for Ms Weber.')
  await keyboard.press('Control+Enter')
  await page.getByText('Note kept.').waitFor()
  await dialog.waitFor({ state: 'detached' })

  await keyboard.press('r')
  await page.getByText('No reply is waiting.').waitFor()

  await keyboard.press('d')
  await dialog.getByText('Dispute of Nordlicht GmbH').waitFor()
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.ariaCurrent)).toBe('true')

  await keyboard.press('a')
  await dialog.getByText('Who looks after Nordlicht GmbH?').waitFor()
  await keyboard.press('Escape')
  await keyboard.press('s')
  await dialog.getByText('Put Nordlicht GmbH away').waitFor()
  await keyboard.press('Enter')
  await page.getByText('Nordlicht GmbH: back on').waitFor()
  await dialog.waitFor({ state: 'detached' })
  await heading.getByText('Talleres Ruiz').waitFor()

  await keyboard.press('h')
  await dialog.getByText('Hand Talleres Ruiz to').waitFor()
  await keyboard.press('Control+Enter')
  await page.getByText('Talleres Ruiz is with the seller until').waitFor()
  await dialog.waitFor({ state: 'detached' })

  await keyboard.press('?')
  await dialog.getByText('Snooze').waitFor()
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await keyboard.press('Control+k')
  await dialog.getByRole('combobox').waitFor()
  // What was found for less is there already: it is taken for more, too.
  const found = { name: /Nordlicht GmbH/ }
  await keyboard.type('No')
  await dialog.getByRole('option', found).waitFor()
  await keyboard.type('rdl')
  await dialog.getByRole('option', { ...found, selected: true }).waitFor()
  await keyboard.press('Enter')
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { level: 1, name: 'Nordlicht GmbH' }).waitFor()

  await keyboard.press('7')
  await page.getByText('Agreed terms').waitFor()
  await keyboard.press('g')
  await keyboard.press('t')
  await page.waitForURL(/\/today/)
  expect(problems).toEqual([])
})

const LOOKED_AT = ['/today', '/customers', '/promises', '/disputes', '/run'] as const

test('on a desktop and a phone, light and dark, nothing shuts anybody out', async () => {
  const house = await monday()
  const faults: string[] = []
  for (const size of ['desktop', 'phone'] as const) {
    const { page, problems } = await house.visit('collector', '/today', { size })
    for (const path of LOOKED_AT) {
      await page.goto(path)
      await settle(page)
      const found = await findingsInBothSchemes(page)
      faults.push(...found.map((fault) => `${size} ${path} ${fault}`))
      if (await overflowsSideways(page)) faults.push(`${size} ${path}: scrolls sideways`)
    }
    faults.push(...problems)
    await page.context().close()
  }
  expect(faults).toEqual([])
})

async function settle(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page.waitForFunction(() => document.querySelector('.animate-breathe') === null)
}
