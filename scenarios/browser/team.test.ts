import { expect, test } from 'vitest'

import { returnOverdueBalls } from '../../server/collecting/desk/ball/ball.ts'
import { askedApproval } from '../../server/testing/asked-approval.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { browserFor, openHouse } from '../../server/testing/browsing.ts'

const PICTURES = process.env['PICTURES']

test('a manager sees what waits with whom, and opens each line to its customers', async () => {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const { given, visit, world, organisation } = house
  const ada = await given.personWith({ roles: ['sales_manager'], name: 'Ada Manager' })
  const teamId = await given.team({ managerId: ada })
  const sam = await given.personWith({ roles: ['seller'], name: 'Sam Seller', teamId })
  await given.personWith({ roles: ['seller'], name: 'Ines Ruhig', teamId })
  const late = { totalMinor: 4_310_00, issuedOn: '2026-01-02', dueOn: '2026-02-02' }
  for (const name of ['Brasserie du Port', 'Nordlicht GmbH']) {
    const customerId = await given.customer({ name, ownerId: sam })
    await given.invoice(customerId, late)
    await house.as(sam).post(`/customers/${customerId}/ball/taking`, {})
  }
  house.setNow('2026-03-12T08:00:00Z')
  await returnOverdueBalls(world, organisation)

  for (const [size, scheme, locale] of [
    ['desktop', 'light', 'en-GB'],
    ['phone', 'dark', 'en-GB'],
    ['tablet', 'light', 'de-DE'],
  ] as const) {
    const language = locale === 'de-DE' ? 'de' : 'en'
    await world.db.updateTable('people').set({ language }).where('id', '=', ada).execute()
    const { page, problems } = await visit(ada, '/team', { size, scheme, locale })
    const line = language === 'de' ? /2 Gespräche sind noch/ : /2 conversations are waiting/
    const opener = page.getByRole('button', { name: line })
    await opener.click()
    await page.getByRole('link', { name: 'Nordlicht GmbH' }).waitFor()
    expect(await opener.getAttribute('aria-expanded')).toBe('true')
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflowsSideways(page)).toBe(false)
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/team-${size}-${scheme}-${language}.png` })
    // The days of sales say how they are worked out, and each term leads to its rows.
    const all = page.getByRole('region', {
      name: language === 'de' ? 'Alle zusammen' : 'Everybody',
    })
    await all.getByRole('button', { name: /^DSO/ }).click()
    const arithmetic = page.getByRole('dialog')
    await arithmetic.getByRole('link').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/team-dso-${size}-${scheme}-${language}.png` })
    await page.keyboard.press('Escape')
    expect(problems).toEqual([])
    await page.getByRole('link', { name: 'Nordlicht GmbH' }).click()
    await page.getByRole('heading', { name: 'Nordlicht GmbH' }).first().waitFor()
    await page.close()
  }

  const alone = await given.personWith({ roles: ['sales_manager'], name: 'Nora New' })
  const empty = await visit(alone, '/team')
  await empty.page.getByText('No sellers yet').waitFor()
  expect(await seriousFindings(empty.page)).toEqual([])
  if (PICTURES) await empty.page.screenshot({ path: `${PICTURES}/team-empty.png` })
  await empty.page.close()

  const seller = await visit(sam, '/today')
  await seller.page.getByRole('navigation').first().waitFor()
  expect(await seller.page.getByRole('link', { name: 'Team', exact: true }).count()).toBe(0)
  await seller.page.goto('/team')
  await seller.page.getByText('This is not yours to see').waitFor()
  expect(await seriousFindings(seller.page)).toEqual([])
})

test('the pages behind links read well on a telephone, and axe finds nothing', async () => {
  const app = await askedApproval()
  await app.ask()
  await app
    .as('collector')
    .post(`/customers/${app.customerId}/ball/offer`, { note: 'You know them' })
  const keys = app.world.secrets.installation
  const sam = 'sam@example.test'
  await app.world.db
    .updateTable('people')
    .set({ email: keys.encrypt(sam), emailHash: keys.hash(sam), language: 'de' })
    .where('id', '=', app.owner)
    .execute()
  await app.minute()
  const paths = [await app.linkTo('ada@example.test'), await app.linkTo(sam)]
  await app.as('collector').post(`/customers/${app.customerId}/ball`, { note: 'Was fehlt ihnen?' })
  await app.minute()
  paths.push(await app.linkTo(sam))

  const origin = await app.app.listen({ host: '127.0.0.1', port: 0 })
  const open = await browserFor(origin)
  for (const [index, path] of paths.entries()) {
    for (const scheme of ['light', 'dark'] as const) {
      const { page, problems } = await open({ size: 'phone', scheme })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) {
          part.removeAttribute('name')
          part.open = true
        }
      })
      expect(await seriousFindings(page)).toEqual([])
      expect(await overflowsSideways(page)).toBe(false)
      if (PICTURES) {
        await page.screenshot({ path: `${PICTURES}/link-${index}-${scheme}.png`, fullPage: true })
      }
      expect(problems).toEqual([])
      await page.close()
    }
  }

  const { page } = await open({ size: 'phone' })
  await page.goto(paths.at(-1) ?? '')
  await page.getByText('Etwas stimmt nicht').click()
  await page.getByLabel('Wie viel davon?').press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await app.seller.get(`/disputes?customer=${app.customerId}`)).toMatchObject({
    body: { rows: [] },
  })
  await page.getByText('Etwas stimmt nicht').click()
  await page.getByLabel('Was stimmt nicht?').selectOption('quality')
  await page.getByRole('button', { name: 'Festhalten' }).click()
  await page.getByRole('heading', { name: 'Vielen Dank' }).waitFor()
  expect(await app.seller.get(`/disputes?customer=${app.customerId}`)).toMatchObject({
    body: { rows: [{ reason: 'quality', amount: { minor: 431_000 } }] },
  })
})
