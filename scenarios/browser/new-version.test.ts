import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, onTestFinished, test, vi } from 'vitest'

import { createApp } from '../../server/app.ts'
import { rebuildWorklist } from '../../server/collecting/desk/index.ts'
import { anotherBuild } from '../../server/testing/another-build.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { keptForOffline } from '../../server/testing/offline.ts'

vi.setConfig({ testTimeout: 120_000 })

const NOW = '2026-12-01T09:00:00Z'
const WEB_ROOT = join(import.meta.dirname, '../../dist/web')

/** The server stops and comes back with another build under the same address. */
async function updateTo(house: Awaited<ReturnType<typeof openHouse>>, webRoot: string) {
  house.app.server.closeAllConnections()
  await house.app.close()
  const app = await createApp(house.world, { webRoot })
  onTestFinished(() => app.close())
  await app.listen({ host: '127.0.0.1', port: Number(new URL(house.origin).port) })
}

test('an update reaches a telephone without a network and a page in the middle of a sentence, and loses nothing of either', async () => {
  const other = process.env['GOODTERMS_OTHER_BUILD'] ?? (await anotherBuild(WEB_ROOT))
  const start = /assets\/[^"]*index-[^"]*\.js/.exec(
    await readFile(join(other, 'index.html'), 'utf8'),
  )
  const script = `script[src="/${start?.[0]}"]`
  const house = await openHouse({ now: NOW })
  const ownerId = await house.personOf('seller')
  const customerId = await house.given.customer({ name: 'Brasserie du Port', ownerId })
  const dates = { issuedOn: '2026-10-03', dueOn: '2026-11-02' }
  await house.given.invoice(customerId, { totalMinor: 8_460_00, ...dates })
  await house.as('seller').post(`/customers/${customerId}/ball/taking`, {})
  await rebuildWorklist(house.world, house.organisation)

  // At a door: the brief is open, the network goes, what came of it is written down.
  const phone = await house.visit('seller', '/today', { size: 'phone' })
  // Its clock is the server's: what it says was in the future would be refused.
  await phone.page.clock.install({ time: NOW })
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await phone.page.reload()
  await phone.page.getByRole('link', { name: /Brasserie du Port/ }).tap()
  await phone.page.getByRole('link', { name: 'How did it go?' }).waitFor()
  await keptForOffline(phone.page, /\/outcome-form$/)
  await phone.context.setOffline(true)
  await phone.page.getByRole('link', { name: 'How did it go?' }).tap()
  await phone.page.getByRole('button', { name: 'I did not reach them' }).tap()
  for (const name of ['Next', 'Next', 'Send']) await phone.page.getByRole('button', { name }).tap()
  await phone.page.getByText('Waiting for the network').waitFor()

  // At a desk: somebody is in the middle of a sentence.
  const desk = await house.visit('collector', `/customers/${customerId}`)
  await desk.page.getByRole('button', { name: 'Done' }).waitFor()
  await desk.page.keyboard.press('n')
  const note = desk.page.getByRole('dialog').getByRole('textbox')
  await note.fill('They will pay when the lorry is')

  const looked = desk.page.waitForResponse(`${house.origin}/`)
  await updateTo(house, other)

  await phone.context.setOffline(false)
  await phone.page.getByText('You did not reach Brasserie du Port.', { exact: true }).waitFor()
  await phone.page.goto('/today')
  await phone.page.locator(script).waitFor({ state: 'attached' })
  await phone.page.getByRole('link', { name: /Brasserie du Port/ }).waitFor()
  const outcomes = async () => {
    const asked = await phone.page.request.get(`/api/customers/${customerId}/outcomes`)
    return (await asked.json()).outcomes
  }
  await expect.poll(outcomes).toMatchObject([{ kind: 'not_reached' }])

  // Nobody is interrupted, and what is typed goes out as if nothing had been.
  const hint = desk.page.getByText('A new version is here.')
  await desk.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await looked
  await note.pressSequentially(' back.')
  expect(await hint.count()).toBe(0)
  await note.press('Control+Enter')
  await desk.page.getByText('Note kept.').waitFor()
  await desk.page.getByText('They will pay when the lorry is back.').waitFor()
  await hint.waitFor()

  // A part that went with the old build leaves the page as it is; a page that did comes as a new one.
  const missed = desk.page.waitForResponse(/BellPanel/)
  await desk.page.getByRole('button', { name: 'Notifications' }).click()
  expect((await missed).status()).toBe(404)
  await hint.waitFor()
  await desk.page.keyboard.press('Escape')
  await desk.page.getByRole('link', { name: 'Insight' }).click()
  await desk.page.locator(script).waitFor({ state: 'attached' })
  await desk.page.getByRole('heading', { level: 1, name: 'Insight' }).waitFor()
  expect(await hint.count()).toBe(0)
})
