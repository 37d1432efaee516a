import { expect, test, vi } from 'vitest'

import { addDays, day, weekdayOf } from '../../server/kernel/day.ts'
import { companyFrom } from './company.ts'

vi.setConfig({ testTimeout: 240_000 })

const NOT_KEPT = 'Talleres Ruiz did not keep a promise'

async function talleres() {
  const company = await companyFrom('2026-03-02')
  const { given, seller, collectorId } = company
  const customerId = await given.customer({
    name: 'Talleres Ruiz',
    language: 'en',
    ownerId: seller,
    collectorId,
  })
  await given.contact(customerId, { name: 'Ana Ruiz', email: 'ana@ruiz.test' })
  const dates = { issuedOn: '2026-01-20', dueOn: '2026-02-20' }
  await given.invoice(customerId, { number: 'T-1', totalMinor: 3_000_00, ...dates })

  return { ...company, customerId }
}

type Story = Awaited<ReturnType<typeof talleres>>

test('a seller says nothing, two promises are broken, and finance goes on under its own name', async () => {
  const story = await talleres()
  const { customerId, as, look, seller, boss, morning, until, newMails, titles } = story
  expect(await morning(day('2026-03-02'))).toEqual(['Talleres Ruiz: message friendly'])

  // The seller takes the customer over, and nothing comes of it.
  await morning(day('2026-03-03'))
  await takeOver(story)
  expect(await until('2026-03-11')).toEqual([
    '2026-03-06 Talleres Ruiz: held firm (ball_with_seller, minimum_gap)',
    '2026-03-09 Talleres Ruiz: held firm (ball_with_seller)',
    '2026-03-10 Talleres Ruiz: held firm (ball_with_seller)',
  ])
  await newMails()

  // After five working days it goes back by itself; everybody concerned is told, by name of nobody.
  expect(await morning(day('2026-03-11'))).toEqual(['Talleres Ruiz: message firm'])
  const wentBack = 'Talleres Ruiz went back to finance: the time was over'
  for (const who of [seller, boss, 'collector']) expect(await titles(who)).toContain(wentBack)
  expect(await morning(day('2026-03-12'))).toEqual([])
  const told = (await newMails()).map(({ subject }) => subject)
  expect(told.filter((subject) => subject === wentBack)).toHaveLength(3)
  const team = await look(boss, '/team')
  await team.getByText('1 conversation is waiting to be written down').waitFor()

  // The first promise that is broken is asked about.
  await promisedToFinance(story)
  expect(await until('2026-03-23')).toEqual(['2026-03-20 Talleres Ruiz: message promise_broken'])
  for (const who of [seller, 'collector']) expect(await titles(who)).toContain(NOT_KEPT)

  // The second asks for other terms instead: the seller's to speak of, and not theirs to hold back.
  await morning(day('2026-03-23'))
  await promisedToTheSeller(story)
  expect(await until('2026-03-30')).toEqual(heldFrom('2026-03-24', '2026-03-29'))
  expect(await morning(day('2026-03-30'))).toEqual([
    'Talleres Ruiz: held final (seller_spoke, terms_talk)',
  ])
  expect(await story.rows.tasks()).toMatchObject([{ kind: 'terms', assigneeId: seller }])
  await termsAreProposed(story)
  const again = await as(seller).post(`/customers/${customerId}/ball/taking`, {})
  expect([again.status, again.body.code]).toEqual([409, 'promises_broken'])
  await newMails()

  // Then the formal lane goes on, and nobody finds the seller's name under its letter.
  const after = await until('2026-04-09')
  const sent = after.filter((line) => line.includes(': message'))
  expect(sent).toEqual([expect.stringMatching(/: message final$/)])
  const notice = (await newMails()).find(({ to }) => to === 'ana@ruiz.test')
  expect(notice?.subject).toMatch(/^Final notice: €3,000\.00 by /)
  expect(notice?.from).toEqual({ name: 'A collector', address: 'reminders@seller.test' })
  expect(`${notice?.text} ${notice?.html}`).toContain('A collector')
  expect(`${notice?.text} ${notice?.html}`).not.toContain('Sam Seller')
  const page = await look(seller, `/customers/${customerId}`)
  await page.getByText(notice?.subject ?? '').waitFor()
  expect(story.problems()).toEqual([])
})

async function takeOver({ look, seller, customerId }: Story): Promise<void> {
  const page = await look(seller, `/customers/${customerId}`)
  await page.getByRole('button', { name: 'Take over', exact: false }).first().tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Finance sends no reminders while you hold it.').waitFor()
  await dialog.getByRole('button', { name: 'Take over from finance' }).tap()
  await page.getByText('Talleres Ruiz is yours until').waitFor()
}

/** On the telephone with finance: all of it by Monday. */
async function promisedToFinance({ look, collectorId, customerId }: Story): Promise<void> {
  const page = await look(collectorId, `/customers/${customerId}`, 'desktop')
  await page.getByRole('button', { name: 'Promise', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Will be here by').fill('2026-03-16')
  await dialog.getByRole('button', { name: 'Note the promise' }).click()
  await page.getByText('Promised 3,000.00 EUR').first().waitFor()
}

/** To the seller, a week later: by the day after tomorrow. */
async function promisedToTheSeller({ look, seller, customerId }: Story): Promise<void> {
  const page = await look(seller, `/customers/${customerId}/outcome`)
  await page.getByRole('button', { name: 'They will pay' }).tap()
  await page.getByLabel('Another day').fill('2026-03-25')
  for (const name of ['Next', 'Next']) await page.getByRole('button', { name }).tap()
  await page.getByText('Talleres Ruiz will pay 3,000.00 EUR on Wed 25 Mar.').waitFor()
  await page.getByRole('button', { name: 'Send' }).tap()
  await page.clock.runFor(15_000)
  await page.getByRole('heading', { name: 'Done' }).waitFor()
}

async function termsAreProposed({ look, seller, boss, customerId, as }: Story): Promise<void> {
  const { body } = await as('collector').get(`/promises?customer=${customerId}`)
  expect(body.rows).toMatchObject([
    { state: 'broken', level: 0, takenBy: { name: 'A collector' } },
    { state: 'broken', level: 1, takenBy: { name: 'Sam Seller' } },
  ])
  const page = await look(seller, '/today')
  const needsYou = page.getByRole('region', { name: 'Needs you' })
  await needsYou.getByText('Talleres Ruiz').waitFor()
  await page.goto(`/customers/${customerId}?tab=commitments`)
  await page.getByText('1 not kept before it').waitFor()
  await page.getByText('Promises were not kept: other terms are spoken of first.').waitFor()
  const team = await look(boss, '/team')
  await team.getByText('2 promises were not kept in the last 90 days').waitFor()
}

/** Each working day on which a promise keeps back what is due. */
function heldFrom(first: string, last: string): string[] {
  const lines: string[] = []
  for (let on = day(first); on <= last; on = addDays(on, 1)) {
    if (weekdayOf(on) < 6) lines.push(`${on} Talleres Ruiz: held null (promised)`)
  }
  return lines
}
