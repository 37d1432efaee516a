import { expect, test, vi } from 'vitest'

import { addDays, day, type Day, weekdayOf } from '../../server/kernel/day.ts'
import { companyFrom } from './company.ts'

vi.setConfig({ testTimeout: 240_000 })

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

  const promise = (promisedFor: Day) =>
    company.as('collector').post(`/customers/${customerId}/promises`, {
      amount: { minor: 3_000_00, currency: 'EUR' },
      promisedFor,
      saidBy: 'Ana Ruiz',
    })
  const titles = async (who: string) =>
    (await company.as(who).get('/notifications')).body.rows.map(
      ({ title }: { title: string }) => title,
    )
  return { ...company, customerId, promise, titles }
}

test('a seller says nothing, two promises are broken, and finance goes on under its own name', async () => {
  const company = await talleres()
  const { customerId, as, visit, seller, boss, morning, until, newMails, titles } = company
  expect(await morning(day('2026-03-02'))).toEqual(['Talleres Ruiz: message friendly'])

  // The seller takes the customer over, and nothing comes of it.
  await morning(day('2026-03-03'))
  const { page, problems } = await visit(seller, `/customers/${customerId}`, { size: 'phone' })
  await page.getByRole('button', { name: 'Take over', exact: false }).first().tap()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Finance sends no reminders while you hold it.').waitFor()
  await dialog.getByRole('button', { name: 'Take over from finance' }).tap()
  await page.getByText('Talleres Ruiz is yours until').waitFor()
  await page.context().close()
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

  // The first promise that is broken is asked about; the second asks for other terms instead.
  expect((await company.promise(day('2026-03-16'))).status).toBe(201)
  expect(await until('2026-03-23')).toEqual(['2026-03-20 Talleres Ruiz: message promise_broken'])
  await morning(day('2026-03-23'))
  expect((await company.promise(day('2026-03-25'))).status).toBe(201)
  expect(await until('2026-03-30')).toEqual(heldFrom('2026-03-24', '2026-03-29'))
  expect(await morning(day('2026-03-30'))).toEqual(['Talleres Ruiz: held final (terms_talk)'])
  expect(await company.rows.tasks()).toMatchObject([{ kind: 'terms', assigneeId: seller }])
  const again = await as(seller).post(`/customers/${customerId}/ball/taking`, {})
  expect([again.status, again.body.code]).toEqual([409, 'promises_broken'])
  await newMails()

  // Then the formal lane goes on, and nobody finds the seller's name under its letter.
  const after = await until('2026-04-09')
  const sent = after.filter((line) => line.includes(': message'))
  expect(sent).toEqual([expect.stringMatching(/: message final$/)])
  const notice = (await newMails()).find(({ to }) => to === 'ana@ruiz.test')
  expect(notice?.subject).toMatch(/^Final notice: €3,000\.00 by /)
  expect(notice?.from?.name).toBe('A collector')
  expect(`${notice?.text} ${notice?.html}`).not.toContain('Sam Seller')
  expect(problems).toEqual([])
})

/** Each working day on which a promise keeps back what is due. */
function heldFrom(first: string, last: string): string[] {
  const lines: string[] = []
  for (let on = day(first); on <= last; on = addDays(on, 1)) {
    if (weekdayOf(on) < 6) lines.push(`${on} Talleres Ruiz: held null (promised)`)
  }
  return lines
}
