import { expect, test } from 'vitest'

import { askedQuestion } from '../../server/testing/asked-question.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { browserFor, openHouse } from '../../server/testing/browsing.ts'

const PICTURES = process.env['PICTURES']

/** Width and scheme in turn: what is not seen of one is seen of the other. */
const LOOKS = [
  ['desktop', 'light'],
  ['phone', 'dark'],
] as const

test('a seller reads what they were told and sets how, on a desktop and on a phone', async () => {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const { given, visit } = house
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam Seller' })
  const customerId = await given.customer({ name: 'Brasserie du Port', ownerId: seller })
  await given.invoice(customerId, { totalMinor: 431_000 })
  const { sealEvents } = await import('../../server/access/index.ts')
  const { followNews } = await import('../../server/notifying/tell.ts')

  const collector = await visit('collector', `/customers/${customerId}`)
  await collector.page.getByRole('heading', { name: 'Brasserie du Port' }).first().waitFor()
  await collector.page.keyboard.press('n')
  const note = collector.page.getByRole('dialog')
  await note.getByRole('textbox').fill('Please call them @Sam')
  await note.getByRole('option', { name: /Sam Seller/ }).waitFor()
  expect(await seriousFindings(collector.page)).toEqual([])
  await collector.page.keyboard.press('Enter')
  expect(await note.getByRole('textbox').inputValue()).toBe('Please call them @Sam Seller ')
  expect(await seriousFindings(collector.page)).toEqual([])
  await note.locator('button[type=submit]').click()
  await note.waitFor({ state: 'detached' })
  await sealEvents(house.world, house.organisation)
  await followNews(house.world, house.organisation)

  for (const [size, scheme] of LOOKS) {
    const { page, problems } = await visit(seller, '/today', { size, scheme })
    const bell = page.getByRole('button', { name: /Notifications/ })
    await bell.click()
    await page.getByText('A collector mentioned you at Brasserie du Port').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/bell-${size}-${scheme}.png` })
    await page.goto('/settings/notifications')
    await page.getByRole('heading', { name: 'Rules' }).waitFor()
    await page.getByText('A promise was not kept').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflowsSideways(page)).toBe(false)
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/rules-${size}-${scheme}.png`, fullPage: true })
    await page.getByRole('button', { name: 'Add a rule' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Disputes of mine')
    await page.getByLabel('When this happens').last().selectOption('dispute.opened')
    await page.getByRole('button', { name: 'What would it have told?' }).click()
    await page.getByText('In the last 30 days').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/rule-${size}-${scheme}.png` })
    expect(problems).toEqual([])
    await page.close()
  }
})

test('an administrator manages rules and channels in four languages', async () => {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const admin = await house.given.person('administrator')
  for (const language of ['de', 'fr', 'es'] as const) {
    await house.world.db.updateTable('people').set({ language }).where('id', '=', admin).execute()
    const { page, problems } = await house.visit(admin, '/settings/notifications', {
      size: 'phone',
    })
    await page.getByRole('heading', { name: /Slack/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflowsSideways(page)).toBe(false)
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/settings-${language}.png`, fullPage: true })
    expect(problems).toEqual([])
    await page.close()
  }
})

test('the page behind a link is for everybody: any width, light and dark, without scripts', async () => {
  const asked = await askedQuestion({
    language: 'de',
    customerName: 'Donaudampfschifffahrtsgesellschaft mbH',
  })
  await asked.as('administrator').put('/departments', {
    department: 'quality',
    personId: null,
    name: 'Quinn',
    address: 'quinn@seller.test',
    language: 'de',
  })
  const path = await asked.send()
  const origin = await asked.app.listen({ host: '127.0.0.1', port: 0 })
  const open = await browserFor(origin)
  for (const [size, scheme] of LOOKS) {
    const { page, problems } = await open({ size, scheme, locale: 'de-DE' })
    await page.goto(path)
    expect(await seriousFindings(page)).toEqual([])
    expect(await overflowsSideways(page)).toBe(false)
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/link-${size}-${scheme}.png`, fullPage: true })
    await page.goto('/l/nothing')
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
  }
  const { page } = await open({ size: 'phone' })
  await page.goto(path)
  await page.getByLabel('Dokument beilegen').setInputFiles({
    name: 'Lieferschein.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 signed'),
  })
  await page.getByRole('button', { name: 'Der Kunde hat recht' }).click()
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').textContent()).toContain('Ihre Antwort ist notiert')
  expect(await seriousFindings(page)).toEqual([])
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/link-done.png` })
  const { body } = await asked.collector.get(`/disputes/${asked.disputeId}`)
  expect(body.evidence).toMatchObject([{ name: 'Lieferschein.pdf', isFromAnswer: true }])
})
