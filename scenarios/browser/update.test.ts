import type { BrowserContext, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { openHouse } from '../../server/testing/browsing.ts'

vi.setConfig({ testTimeout: 120_000 })

const NOW = '2026-12-01T09:00:00Z'

/** What the worker of another build finds here: its own files and nothing that was opened before. */
async function takeUpdate(page: Page, context: BrowserContext): Promise<void> {
  await page.evaluate(async () => {
    const before = await navigator.serviceWorker.getRegistration()
    await before?.unregister()
  })
  // A worker goes with its last page; a file of the server is none of the application's pages.
  await page.goto('about:blank')
  await page.goto('/worker.js')
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('goodterms-shell-')) await caches.delete(name)
    }
    await navigator.serviceWorker.register('/worker.js')
    const { active } = await navigator.serviceWorker.ready
    await new Promise<void>((done) => {
      const look = () => active?.state === 'activated' && done()
      active?.addEventListener('statechange', look)
      look()
    })
  })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
}

test('after an update the day, a brief and its outcome open without a network, and nothing that waits is lost', async () => {
  const house = await openHouse({ now: NOW })
  const ownerId = await house.personOf('seller')
  const customerId = await house.given.customer({ name: 'Brasserie du Port', ownerId })
  const dates = { issuedOn: '2026-10-03', dueOn: '2026-11-02' }
  await house.given.invoice(customerId, { totalMinor: 8_460_00, ...dates })
  await house.as('seller').post(`/customers/${customerId}/ball/taking`, {})
  await rebuildWorklist(house.world, house.organisation)
  const outcomes = async () =>
    (await house.as('collector').get(`/customers/${customerId}/outcomes`)).body.outcomes
  const { page, context, problems } = await house.visit('seller', '/sign-in', { size: 'phone' })
  await page.clock.install({ time: NOW })
  await page.goto('/today')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.getByRole('link', { name: /Brasserie du Port/ }).tap()
  await page.getByRole('link', { name: 'How did it go?' }).waitFor()
  await page.waitForFunction(async () => {
    const kept = await (await caches.open('goodterms-own')).keys()
    const has = (end: string) => kept.some(({ url }) => url.endsWith(end))
    return has('/outcome-form') && has('/seller-home') && has('/visit-brief')
  })
  // What waits is written by the old version and goes with the new one.
  await context.route('**/outcomes', (route) => route.abort())
  await page.getByRole('link', { name: 'How did it go?' }).tap()
  await page.getByRole('button', { name: 'I did not reach them' }).tap()
  for (const name of ['Next', 'Next', 'Send']) await page.getByRole('button', { name }).tap()
  await page.getByText('Waiting for the network').waitFor()

  await takeUpdate(page, context)
  await context.setOffline(true)

  await page.goto('/today')
  await page.getByText('1 thing waits on this device to be sent.').waitFor()
  await page.getByRole('link', { name: /Brasserie du Port/ }).tap()
  await page.getByRole('link', { name: 'How did it go?' }).tap()
  await page.getByRole('button', { name: 'They want to pay in parts' }).waitFor()
  await context.unroute('**/outcomes')
  await context.setOffline(false)

  await page.getByText('Sent: You did not reach Brasserie du Port.').waitFor()
  expect(await outcomes()).toMatchObject([{ kind: 'not_reached' }])
  expect(problems.filter((one) => !/ERR_(INTERNET|FAILED)/.test(one))).toEqual([])
})
