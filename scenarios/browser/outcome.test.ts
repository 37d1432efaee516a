import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenSession } from '../../server/testing/given/people.ts'
import { keptForOffline } from '../../server/testing/offline.ts'

vi.setConfig({ testTimeout: 120_000 })

const NOW = '2026-12-01T09:00:00Z'

/** So long what was sent may be taken back; on the clock of the page it is over at once. */
const HELD_MILLISECONDS = 8000

/** Tuesday morning: the seller holds a customer who owes 8,460 €. */
async function morning() {
  const house = await openHouse({ now: NOW })
  const ownerId = await house.personOf('seller')
  const customerId = await house.given.customer({ name: 'Brasserie du Port', ownerId })
  await house.given.contact(customerId, { name: 'Ada Example' })
  const dates = { issuedOn: '2026-10-03', dueOn: '2026-11-02' }
  await house.given.invoice(customerId, { totalMinor: 8_460_00, ...dates })
  await house.as('seller').post(`/customers/${customerId}/ball/taking`, {})
  await rebuildWorklist(house.world, house.organisation)
  const outcomes = async () => {
    const { body } = await house.as('collector').get(`/customers/${customerId}/outcomes`)
    return body.outcomes
  }
  /** A telephone of the seller, its clock as the server's. */
  async function telephone(path: string) {
    const opened = await house.visit('seller', '/sign-in', { size: 'phone' })
    await opened.page.clock.install({ time: NOW })
    await opened.page.goto(path)
    return opened
  }
  return { ...house, ownerId, customerId, outcomes, telephone }
}

/** The moment in which it may be taken back passes. */
async function letGo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await page.clock.fastForward(HELD_MILLISECONDS)
}

async function promiseForFriday(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'They will pay' }).tap()
  await page.getByRole('button', { name: 'Friday' }).tap()
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByText('Brasserie du Port will pay 8,460.00 EUR on Fri 4 Dec.').waitFor()
  await page.getByRole('button', { name: 'Send' }).tap()
}

test('a seller logs a promise on the phone in six taps, and may think again for a moment', async () => {
  const { telephone, outcomes, customerId, as } = await morning()
  const { page, problems } = await telephone('/today')
  await page.getByRole('link', { name: /Brasserie du Port/ }).tap()
  await page.getByRole('link', { name: 'How did it go?' }).tap()
  await page.getByRole('button', { name: 'They will pay' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await promiseForFriday(page)

  await page.getByRole('button', { name: 'Undo' }).tap()
  expect(await outcomes()).toEqual([])
  for (const name of ['Next', 'Next', 'Send']) await page.getByRole('button', { name }).tap()
  await letGo(page)

  await page.getByText('Finance has taken over again.').waitFor()
  expect(await outcomes()).toMatchObject([{ kind: 'promised', onDay: '2026-12-01' }])
  const { body: ball } = await as('collector').get(`/customers/${customerId}/ball`)
  expect(ball.history).toMatchObject([{ returnedWhy: 'outcome' }])
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)

  await page.getByRole('link', { name: 'Put it in writing, let them sign' }).tap()
  await page.getByLabel('Repeats').waitFor()
  expect(await page.getByLabel('Repeats').inputValue()).toMatch(/^promise /)
  expect(problems).toEqual([])
})

test('written without a network it is one outcome afterwards, and what changed meanwhile is said', async () => {
  const { telephone, outcomes, customerId, as, setNow } = await morning()
  const { page, context } = await telephone(`/customers/${customerId}/brief`)
  await page.getByRole('link', { name: 'How did it go?' }).waitFor()
  await keptForOffline(page, /\/outcome-form$/)
  // What waits is sealed with a key of the server's; without it nothing is kept over a reload.
  await expect.poll(() => hasKey(page), { timeout: 20_000 }).toBe(true)

  await context.setOffline(true)
  await page.getByRole('link', { name: 'How did it go?' }).tap()
  await promiseForFriday(page)
  await letGo(page)
  await page.getByText('Waiting for the network').waitFor()
  await page.reload()
  await page.getByText('1 thing waits on this device to be sent.').waitFor()
  expect(await outcomes()).toEqual([])

  setNow('2026-12-01T09:30:00Z')
  await as('collector').post(`/customers/${customerId}/ball/return`, { note: 'They wrote to us' })
  await context.setOffline(false)

  await page.getByText('Finance had taken over again on Tue 1 Dec').waitFor()
  await page.getByText('waits on this device').waitFor({ state: 'detached' })
  expect(await outcomes()).toMatchObject([{ kind: 'promised' }])
})

test('P77 what waits is sealed after a sign-out, and goes when the same person is back', async () => {
  const { telephone, outcomes, customerId, personOf, world, organisation, origin } = await morning()
  const { page, context } = await telephone(`/customers/${customerId}/outcome`)
  await context.route('**/outcomes', (route) => route.abort())
  await promiseForFriday(page)
  await letGo(page)
  await page.getByText('Waiting for the network').waitFor()

  await page.getByRole('button', { name: 'More' }).last().tap()
  await page
    .getByRole('menuitem', { name: 'Sign out' })
    .or(page.getByRole('button', { name: 'Sign out' }))
    .tap()
  await page.waitForURL(/sign-in/)
  const left = await leftOn(page)
  expect(left.keys).toBe(0)
  expect(left.entries).toHaveLength(1)
  expect(left.entries[0]).not.toContain('Brasserie')
  await context.unroute('**/outcomes')

  const signIn = async (personId: string) => {
    const value = await givenSession(world, organisation, personId)
    await context.addCookies([{ name: 'goodterms', value, url: origin }])
    await page.goto('/today')
  }
  await signIn(await personOf('sales_manager'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('waits on this device').count()).toBe(0)
  expect(await outcomes()).toEqual([])
  await signIn(await personOf('seller'))
  await page.getByText('Sent: Brasserie du Port will pay').waitFor()
  expect(await outcomes()).toHaveLength(1)
})

test('what the server refused, or waits, is opened as it was written, and what is sent takes its place', async () => {
  const { telephone, outcomes, customerId } = await morning()
  const { page, context, problems } = await telephone(`/customers/${customerId}/outcome`)
  // The server says no once: what was true when they spoke is not true any more.
  const refusal = { status: 409, json: { code: 'more_than_owed', details: {} } }
  await context.route('**/outcomes', (route) => route.fulfill(refusal), { times: 1 })
  await promiseForFriday(page)
  await letGo(page)
  await page.getByText('This could not be recorded').waitFor()
  await page.goto('/today')
  await page.getByRole('button', { name: 'Show' }).tap()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Write it again' }).tap()

  await page.getByText('This is what you wrote on this device.').waitFor()
  await page.reload()
  await page.getByText('This is what you wrote on this device.').waitFor()
  await page.getByRole('textbox', { name: 'Amount' }).fill('5000')
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByRole('textbox', { name: 'What they said' }).fill('On Friday')
  await page.getByRole('button', { name: 'Next' }).tap()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send' }).tap()
  await letGo(page)
  await page.getByText('Waiting for the network').waitFor()
  await page.getByText('1 thing waits on this device to be sent.').waitFor()

  await page.getByRole('button', { name: 'Show' }).tap()
  await page.getByRole('button', { name: 'Change it' }).tap()
  await page.getByRole('button', { name: 'Next' }).tap()
  expect(await page.getByRole('textbox', { name: 'What they said' }).inputValue()).toBe('On Friday')
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByText('Brasserie du Port will pay 5,000.00 EUR on Fri 4 Dec.').waitFor()
  await page.getByRole('button', { name: 'Send' }).tap()
  await letGo(page)
  await page.getByText('Waiting for the network').waitFor()
  await context.setOffline(false)

  await page.getByText('Finance has taken over again.').waitFor()
  await page.getByText('waits on this device').waitFor({ state: 'detached' })
  expect(await outcomes()).toMatchObject([{ kind: 'promised', said: 'On Friday' }])
  expect(problems.filter((one) => !one.includes('409') && !one.includes('ERR_INTERNET'))).toEqual(
    [],
  )
})

test('what is written before the key of the device is there is not lost when it comes', async () => {
  const { telephone, outcomes, customerId } = await morning()
  const { page, problems } = await telephone('/today')
  await expect.poll(() => hasKey(page)).toBe(true)
  await loseKey(page)
  const key = Promise.withResolvers<void>()
  await page.route('**/device-key', (route) => key.promise.then(() => route.continue()))
  await page.goto(`/customers/${customerId}/outcome`)
  await promiseForFriday(page)
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  key.resolve()
  await expect.poll(() => hasKey(page), { timeout: 20_000 }).toBe(true)
  await letGo(page)
  await page.getByText('Finance has taken over again.').waitFor()
  expect(await outcomes()).toHaveLength(1)
  expect(problems).toEqual([])
})

/** Whether the device has its person's key; looking makes no database. */
function hasKey(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const request = indexedDB.open('goodterms-outbox')
        request.addEventListener('upgradeneeded', () => request.transaction?.abort())
        request.addEventListener('error', () => resolve(false))
        request.addEventListener('success', () => {
          const count = request.result.transaction('keys').objectStore('keys').count()
          count.addEventListener('success', () => resolve(count.result > 0))
          request.result.close()
        })
      }),
  )
}

/** As on a device that this person has not used before. */
function loseKey(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('goodterms-outbox')
        request.addEventListener('success', () => {
          const cleared = request.result
            .transaction('keys', 'readwrite')
            .objectStore('keys')
            .clear()
          cleared.addEventListener('success', () => resolve())
          request.result.close()
        })
      }),
  )
}

/** What a curious person finds in the browser's database. */
function leftOn(page: Page): Promise<{ keys: number; entries: string[] }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('goodterms-outbox')
      request.addEventListener('success', () => resolve(request.result))
    })
    const all = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.addEventListener('success', () => resolve(request.result))
      })
    const texts = (await all('entries')).map((entry) =>
      Object.values(Object(entry))
        .map((value) =>
          value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : String(value),
        )
        .join(),
    )
    return { keys: (await all('keys')).length, entries: texts }
  })
}
