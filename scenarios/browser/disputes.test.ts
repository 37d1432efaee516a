import { expect, test } from 'vitest'

import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'
import { mailServer } from '../../server/testing/mail/mail-server.ts'

const PICTURES = process.env['PICTURES']

/** A house with a disputed invoice, and a quality department that is asked by mail. */
async function openDisputed() {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const { given, as } = house
  const more = givenCollecting(house.world, house.organisation)
  await more.mailSettings(await mailServer())
  const customerId = await given.customer({ name: 'Brasserie du Port' })
  await given.contact(customerId)
  const invoice = await given.invoice(customerId, { number: '2026-1043', totalMinor: 431_000 })
  const opened = await as('collector').post(`/receivables/${invoice.id}/disputes`, {
    reason: 'quality',
    amountMinor: 100_000,
    note: 'Two pallets were broken.',
  })
  await as('administrator').put('/departments', {
    department: 'quality',
    personId: null,
    name: 'Lena Lager',
    address: 'lena@seller.test',
    language: 'de',
  })
  return { ...house, customerId, id: String(opened.body.id) }
}

test('a collector asks about a dispute, lays a document beside it and settles it', async () => {
  const { visit, id, as, customerId } = await openDisputed()
  const { page, problems } = await visit('collector', '/disputes')
  await page.getByText('Brasserie du Port').first().waitFor()
  await page.getByRole('button', { name: 'Mine' }).click()
  await page.getByText('Brasserie du Port').first().waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('mine')).toContain('yes')
  expect(await seriousFindings(page)).toEqual([])
  await page.getByText('Brasserie du Port').first().click()
  await page.getByText('Two pallets were broken.').waitFor()
  await page.getByText('3,310').first().waitFor()

  await page.getByRole('button', { name: 'Ask a department' }).click()
  const asking = page.getByRole('dialog')
  await expect.poll(() => asking.getByLabel('Email').inputValue()).toBe('lena@seller.test')
  expect(await seriousFindings(page)).toEqual([])
  await asking.getByRole('button', { name: 'Send the question' }).click()
  await page.getByText('waits for an answer').waitFor()

  await page.locator('input[type=file]').setInputFiles({
    name: 'delivery-note.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 signed'),
  })
  await page.getByRole('link', { name: 'delivery-note.pdf' }).waitFor()
  await page.getByRole('button', { name: 'Settle', exact: true }).click()
  const settling = page.getByRole('dialog')
  await settling.getByText('Delivery proved').click()
  expect(await seriousFindings(page)).toEqual([])
  await settling.getByText('Attached:').waitFor({ state: 'attached' })
  await settling.getByLabel('Your words').fill('The note is signed; the pallets were whole.')
  expect(await seriousFindings(page)).toEqual([])
  await settling.getByRole('button', { name: 'Settle and send' }).click()
  await page.getByText('The mail leaves in a few seconds.').waitFor()
  const { body } = await as('collector').get(`/disputes/${id}`)
  expect(body).toMatchObject({
    resolution: 'delivery_proved',
    proof: { name: 'delivery-note.pdf' },
  })
  const told = (await as('collector').get(`/messages?customerId=${customerId}`)).body.rows[0]
  expect((await as('collector').get(`/messages/${told.id}`)).body).toMatchObject({
    text: expect.stringContaining('The note is signed; the pallets were whole.'),
    attachments: [{ name: 'delivery-note.pdf' }],
  })
  expect(problems).toEqual([])
})

test('dispute, causes and departments look right on a phone, in the dark and in German', async () => {
  const { visit, id, world, given } = await openDisputed()
  const manager = await given.person('credit_manager')
  const pages = [
    [`/disputes/${id}`, /Brasserie du Port/],
    ['/disputes', /Brasserie du Port/],
    ['/insight/causes', /1 (dispute|Reklamation),/],
    ['/settings/departments', /lena@seller\.test/],
  ] as const
  for (const [language, size, scheme] of [
    ['en', 'desktop', 'light'],
    ['de', 'phone', 'dark'],
  ] as const) {
    await world.db.updateTable('people').set({ language }).where('id', '=', manager).execute()
    const { page, problems } = await visit(manager, '/disputes', { size, scheme })
    for (const [path, text] of pages) {
      await page.goto(path)
      await page.getByText(text).first().waitFor()
      expect(await seriousFindings(page)).toEqual([])
      expect(await overflowsSideways(page)).toBe(false)
      if (PICTURES) {
        const name = path.split('/').slice(1, 3).join('-').slice(0, 18)
        await page.screenshot({
          path: `${PICTURES}/${name}-${size}-${language}.png`,
          fullPage: true,
        })
      }
    }
    expect(problems).toEqual([])
    await page.close()
  }
}, 120_000)

test('a figure of the causes opens to its disputes, and a seller sees only their own', async () => {
  const { visit, given } = await openDisputed()
  const { page } = await visit('collector', '/insight/causes')
  await page.getByRole('link', { name: /Something is wrong with the goods/ }).click()
  await page.getByText('Brasserie du Port').first().waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('reason')).toContain('quality')

  const seller = await given.person('seller')
  const own = await visit(seller, '/insight/causes')
  await own.page.getByText('No disputes in this time').waitFor()
  expect(await seriousFindings(own.page)).toEqual([])
})
