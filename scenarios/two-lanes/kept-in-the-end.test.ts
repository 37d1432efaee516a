import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { day } from '../../server/kernel/day.ts'
import { hasLink, linkIn } from '../../server/testing/asked-question.ts'
import { companyFrom } from './company.ts'

vi.setConfig({ testTimeout: 300_000 })

const NAME = 'Nordlicht GmbH'
const FINANCE_WORDS = /\b(ageing|DSO|dunning)\b/i

async function nordlicht() {
  const company = await companyFrom('2026-03-02')
  const { given, seller, collectorId } = company
  const customer = { name: NAME, language: 'en', ownerId: seller, collectorId }
  const customerId = await given.customer(customer)
  await given.contact(customerId, { name: 'Jens Petersen', email: 'jens@nordlicht.test' })
  const dates = { issuedOn: '2026-01-23', dueOn: '2026-02-22' }
  const invoice = { number: 'N-1', totalMinor: 6_000_00, ...dates }
  const { openItemId } = await given.invoice(customerId, invoice)

  const pay = (amountMinor: number, receivedOn: string) =>
    given.payment(customerId, { amountMinor, openItemId, receivedOn })
  /** A telephone of the seller, with the clock of the story. */
  async function telephone(path: string) {
    const opened = await company.visit(seller, '/sign-in', { size: 'phone' })
    await opened.page.clock.install({ time: company.world.clock() })
    await opened.page.goto(path)
    return opened
  }
  return { ...company, customerId, openItemId, pay, telephone }
}

type Story = Awaited<ReturnType<typeof nordlicht>>

test('seller and finance collect together, and what was agreed is kept in the end', async () => {
  const story = await nordlicht()
  const { morning, until, newMails, pay } = story

  expect(await morning(day('2026-03-02'))).toEqual([`${NAME}: message friendly`])
  await morning(day('2026-03-03'))
  await takeOver(story)

  await until('2026-03-06')
  await morning(day('2026-03-06'))
  await visitAndPromise(story)
  await recordIt(story)

  // A promise within the mandate keeps finance silent; a part of it comes.
  await pay(2_000_00, '2026-03-12')
  expect(await until('2026-03-17')).toEqual(
    ['09', '10', '11', '12', '13', '16'].map((on) => `2026-03-${on} ${NAME}: held null (promised)`),
  )
  await newMails()
  await partlyKept(story)
  await planBeyondTheMandate(story)

  // Four instalments, each announced and each paid: no reminder in between, and thanks at the end.
  const said = []
  for (const [on, minor] of INSTALMENTS) {
    said.push(...(await until(on)))
    await pay(minor, on)
    said.push(...(await morning(day(on))).map((line) => `${on} ${line}`))
  }
  expect(said.at(-1)).toBe(`2026-04-29 ${NAME}: message thank_you`)
  const others = said.slice(0, -1).map((line) => line.slice('2026-04-29 '.length))
  expect([...new Set(others)]).toEqual([`${NAME}: held null (promised)`])
  const mails = (await newMails()).filter(({ to }) => to === 'jens@nordlicht.test')
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Overdue: invoice N-1, €4,000.00',
    'Instalment 1 of 4: €1,000.00 on 25 March 2026',
    'Instalment 2 of 4: €1,000.00 on 8 April 2026',
    'Instalment 3 of 4: €1,000.00 on 22 April 2026',
    'Instalment 4 of 4: €1,000.00 on 29 April 2026',
    'Thank you for your payment of €1,000.00',
  ])
  await thanks(story)
})

const INSTALMENTS = [
  ['2026-03-25', 1_000_00],
  ['2026-04-08', 1_000_00],
  ['2026-04-22', 1_000_00],
  ['2026-04-29', 1_000_00],
] as const

async function takeOver({ telephone, customerId, as }: Story): Promise<void> {
  const { page, context } = await telephone('/today')
  await page.getByText('Needs you').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(FINANCE_WORDS)
  await page.goto(`/customers/${customerId}`)
  await page.getByRole('button', { name: 'Take over' }).first().tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Take over from finance' }).tap()
  await page.getByText(`${NAME} is yours until`).waitFor()
  const { body } = await as('collector').get(`/customers/${customerId}/ball`)
  expect(body.now).toMatchObject({ kind: 'taken', returnsOn: '2026-03-10' })
  await context.close()
}

async function visitAndPromise({ telephone, customerId, as }: Story): Promise<void> {
  const { page, context } = await telephone(`/customers/${customerId}/brief`)
  await page.getByText('To open with').waitFor()
  expect(await page.locator('article').innerText()).toContain('6,000.00')
  await page.getByRole('link', { name: 'How did it go?' }).tap()
  await page.getByRole('button', { name: 'They will pay' }).tap()
  await page.getByRole('button', { name: /^Friday/ }).tap()
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByText(`${NAME} will pay 6,000.00 EUR on Fri 13 Mar.`).waitFor()
  await page.getByRole('button', { name: 'Send' }).tap()
  await page.clock.runFor(15_000)
  await page.getByText('Finance has taken over again.').waitFor()
  const { body } = await as('collector').get(`/promises?customer=${customerId}`)
  expect(body.rows).toMatchObject([{ state: 'open', promisedFor: '2026-03-13', level: 0 }])
  await context.close()
}

/** What was agreed is put in writing and signed on the seller's telephone, then sealed. */
async function recordIt({ telephone, as, seller, customerId }: Story): Promise<void> {
  const { page, context } = await telephone(`/customers/${customerId}/record`)
  await page.getByText('Acknowledgement of debt').tap()
  await page.getByRole('button', { name: 'Freeze it, to be signed' }).tap()
  await page.waitForURL(/\/records\//)
  await page.getByRole('button', { name: 'Sign on this device' }).tap()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('N-1').first().waitFor()
  await sheet.getByLabel('Or type your full name').fill('Jens Petersen')
  await sheet.getByRole('checkbox').check()
  await sheet.getByRole('button', { name: 'Sign now' }).tap()
  await page.getByText('Signed').first().waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await vi.waitFor(async () => expect((await file(id)).status).toBe(200), 30_000)
  await context.close()

  function file(recordId: string) {
    return as(seller).get(`/records/${recordId}/file`)
  }
}

async function partlyKept({ as, customerId, morning }: Story): Promise<void> {
  expect(await morning(day('2026-03-17'))).toEqual([`${NAME}: message firm`])
  const { body } = await as('collector').get(`/promises?customer=${customerId}`)
  expect(body.rows).toMatchObject([{ state: 'partly_kept', receivedMinor: 2_000_00 }])
}

async function planBeyondTheMandate(story: Story): Promise<void> {
  const { as, seller, customerId, openItemId, hour, mail, visit, boss } = story
  const asked = await as(seller).post(`/customers/${customerId}/plans`, {
    currency: 'EUR',
    items: [{ openItemId, minor: 4_000_00 }],
    instalments: INSTALMENTS.map(([dueOn, minor]) => ({ dueOn, minor })),
    note: 'Their bank needs until May',
  })
  expect(asked.body).toMatchObject({ state: 'awaiting_approval' })
  await hour()
  const link = await linkIn((await mail.received()).findLast(hasLink))
  const { page, context } = await visit(boss, link, { size: 'phone' })
  await approveByLink(page)
  await context.close()
  const { body } = await as('collector').get(`/plans?customer=${customerId}`)
  expect(body.rows).toMatchObject([{ state: 'agreed' }])
}

async function approveByLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Approve/ }).tap()
  await page.getByText('Approved. Thank you.').waitFor()
}

async function thanks({ as, customerId, telephone }: Story): Promise<void> {
  const { body } = await as('collector').get(`/plans?customer=${customerId}`)
  expect(body.rows).toMatchObject([{ state: 'kept', receivedMinor: 4_000_00 }])
  const { page, context } = await telephone('/today')
  await page.getByText('Paid since you last met').waitFor()
  await page.getByText(NAME).first().waitFor()
  await context.close()
}
