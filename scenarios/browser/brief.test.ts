import type { BrowserContext, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { logged } from '../../server/testing/conversation.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'
import { givenSession } from '../../server/testing/given/people.ts'
import { keptBy, keptForOffline } from '../../server/testing/offline.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A seller whose customer has everything that a brief can hold, and more invoices than fit. */
async function fullHouse() {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const { organisation, as } = house
  const given = { ...house.given, ...givenCollecting(house.world, organisation) }
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam Seller' })
  const nordlicht = { name: 'Nordlicht Gastronomie GmbH', ownerId: seller, language: 'de' }
  const customerId = await given.customer(nordlicht)
  const invoices = []
  for (let number = 1; number <= 14; number += 1) {
    const day = String(number + 1).padStart(2, '0')
    const dates = { issuedOn: `2026-01-${day}`, dueOn: `2026-02-${day}` }
    const what = { number: `R-2026-10${number}`, totalMinor: number * 1000_00 }
    invoices.push(await given.invoice(customerId, { ...dates, ...what }))
  }
  const [first, second, third] = invoices
  if (!first || !second || !third) throw new Error('no invoices')
  await given.freshFacts()
  await given.dispute(customerId, first.id, 400_00)
  await given.promise(customerId, second.openItemId, '2026-03-20')
  await given.evidence(customerId, { receivableId: third.id })
  for (const name of ['Anna Lindqvist', 'Bernd Ohlsen', 'Carla Moreno', 'Dieter Voss']) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@nordlicht.test`
    await as('collector').post(`/customers/${customerId}/contacts`, {
      role: 'accounts_payable',
      phone: '+4930123456',
      name,
      email,
    })
  }
  const happenedAt = '2026-03-04T07:00:00.000Z'
  for (const note of ['They wait for the approval of their director. '.repeat(3), 'Call later.']) {
    await logged(as('collector'), customerId, { kind: 'other' }, { happenedAt, said: note })
  }
  const url = `/customers/${customerId}/brief`
  return { ...house, given, seller, customerId, url }
}

/** The worker has the page, and what was on it. */
const settled = (page: Page) => keptForOffline(page, /visit-brief$/)

async function cut(context: BrowserContext, isCut: boolean): Promise<void> {
  await context.setOffline(isCut)
}

test('a brief is one page of a telephone and one sheet of paper, and everybody can use it', async () => {
  const { visit, seller, url } = await fullHouse()
  const { page, problems } = await visit(seller, url, { size: 'phone' })
  await page.getByText('To open with, in German').waitFor()
  await page.getByText('Es geht mir um die 13 Rechnungen').waitFor()
  await page.getByRole('link', { name: /^Call Anna Lindqvist/ }).waitFor()
  expect(await overflowsSideways(page)).toBe(false)
  expect(await seriousFindings(page)).toEqual([])

  const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  expect(problems).toEqual([])
})

test('P42 old books are the first line of the brief, before any amount', async () => {
  const { visit, seller, url, setNow } = await fullHouse()
  setNow('2026-03-12T08:00:00Z')
  const { page } = await visit(seller, url, { size: 'phone' })
  const text = await page.locator('article').innerText()
  expect(text.split('\n')[0]).toMatch(/^Check before you name an amount: our books are of 4 Mar/)
  expect(text).toContain('die nach unserem Stand vom 4. März 2026 noch nicht bezahlt waren')
})

test('a brief that was opened is read without a network, and nothing is left after its person', async () => {
  const { visit, seller, url, app } = await fullHouse()
  const { page, context } = await visit(seller, url, { size: 'phone' })
  await page.getByText('To open with, in German').waitFor()
  await settled(page)

  await cut(context, true)
  await page.reload()
  await page.getByText('Es geht mir um die 13 Rechnungen').waitFor()
  await page.getByText(/^Offline: this is the brief as it was today, 08:00/).waitFor()
  await page.getByText('No connection').waitFor()
  // A page that was never opened says so, and what is on a colleague's desk was never here.
  await page.goto('/promises')
  await page.getByText('The server does not answer').waitFor()

  await cut(context, false)
  await page.goto(url)
  await page.getByText('To open with, in German').waitFor()
  await page.getByText('No connection').waitFor({ state: 'detached' })
  expect((await keptBy(page)).length).toBeGreaterThan(1)

  await page.getByRole('button', { name: 'More' }).click()
  await page
    .getByRole('menuitem', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .click()
  await page.waitForURL(/sign-in/)
  // The address comes before the page; whoever goes on before the page is there meets its own way there.
  await page.getByLabel('Password').waitFor()
  expect(await keptBy(page)).toEqual([])
  await app.close()
  await page.goto(url)
  expect(await page.locator('article').count()).toBe(0)
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Nordlicht')
})

test('P77 what was kept for one person is not there for the next', async () => {
  const { visit, seller, given, url, origin, world, organisation } = await fullHouse()
  const { page, context } = await visit(seller, url)
  await page.getByText('To open with, in German').waitFor()
  await settled(page)
  const other = await given.person('seller')
  const token = await givenSession(world, organisation, other)
  await context.addCookies([{ name: 'goodterms', value: token, url: origin }])

  await page.goto('/today')
  await page.getByText('Nothing needs you').waitFor()
  await page.waitForFunction(async () => {
    const keys = await (await caches.open('goodterms-own')).keys()
    return !keys.some(({ url: kept }) => kept.endsWith('/visit-brief'))
  })
  await cut(context, true)
  await page.goto(url)
  await page.getByText('The server does not answer').waitFor()
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Nordlicht')
})
