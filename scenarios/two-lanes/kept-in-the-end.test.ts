import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'

import { addDays, day } from '../../server/kernel/day.ts'
import { hasLink, linkIn } from '../../server/testing/asked-question.ts'
import { companyFrom } from './company.ts'

vi.setConfig({ testTimeout: 300_000 })

const NAME = 'Nordlicht GmbH'
const FINANCE = 'A collector'
const FINANCE_WORDS = /\b(ageing|DSO|dunning)\b/i

async function nordlicht() {
  const company = await companyFrom('2026-03-02')
  const { given, seller, collectorId } = company
  const customer = { name: NAME, number: 'K7', language: 'en', ownerId: seller, collectorId }
  const customerId = await given.customer(customer)
  await given.contact(customerId, { name: 'Jens Petersen', email: 'jens@nordlicht.test' })
  const dates = { issuedOn: '2026-01-21', dueOn: '2026-02-20' }
  const invoice = { number: 'N-1', totalMinor: 6_000_00, ...dates }
  const { openItemId } = await given.invoice(customerId, invoice)
  const telephone = (path: string) => company.look(seller, path)
  return { ...company, customerId, openItemId, telephone }
}

type Story = Awaited<ReturnType<typeof nordlicht>>

test('seller and finance collect together, and what was agreed is kept in the end', async () => {
  const story = await nordlicht()
  const { morning, until } = story

  expect(await morning(day('2026-03-02'))).toEqual([`${NAME}: message friendly`])
  expect(await mailsToThem(story)).toEqual([
    `${FINANCE}: Could you have a look? invoice N-1, €6,000.00`,
  ])
  await morning(day('2026-03-03'))
  await takeOver(story)

  // While the seller has the ball finance says nothing.
  expect(await until('2026-03-07')).toEqual([
    `2026-03-06 ${NAME}: held firm (ball_with_seller, minimum_gap)`,
  ])
  await visitAndPromise(story)
  await recordIt(story)

  // A promise within the mandate keeps finance silent; a part of it comes.
  const silent = await until('2026-03-13')
  await story.importPayments(story.collectorId, ['12.03.2026;K7;N-1;2000,00'])
  silent.push(...(await until('2026-03-17')))
  expect(silent).toEqual(
    ['09', '10', '11', '12', '13', '16'].map((on) => `2026-03-${on} ${NAME}: held null (promised)`),
  )
  expect(await mailsToThem(story)).toEqual([`Sam Seller: Signed: Acknowledgement of debt, ${NAME}`])
  await partlyKept(story)
  await planBeyondTheMandate(story)
  await instalments(story)
  await thanks(story)
  expect(story.problems()).toEqual([])
})

/** Four instalments, each announced and each paid: no reminder in between, and thanks at the end. */
async function instalments(story: Story): Promise<void> {
  const { until, morning, takeInPayments, collectorId, hour } = story
  const said: string[] = []
  for (const on of ['2026-03-25', '2026-04-08', '2026-04-22', '2026-04-29']) {
    said.push(...(await until(addDays(day(on), 1))))
    await takeInPayments(collectorId, [`${on};K7;N-1;1000,00`])
    await hour()
  }
  expect([...new Set(said.map((line) => line.slice('2026-04-29 '.length)))]).toEqual([
    `${NAME}: held null (promised)`,
  ])
  expect(await morning(day('2026-04-30'))).toEqual([`${NAME}: message thank_you`])
  expect(await until('2026-05-02')).toEqual([])
  expect(await mailsToThem(story)).toEqual([
    `${FINANCE}: Instalment 1 of 4: €1,000.00 on 25 March 2026`,
    `${FINANCE}: Instalment 2 of 4: €1,000.00 on 8 April 2026`,
    `${FINANCE}: Instalment 3 of 4: €1,000.00 on 22 April 2026`,
    `${FINANCE}: Instalment 4 of 4: €1,000.00 on 29 April 2026`,
    `${FINANCE}: Thank you for your payment of €1,000.00`,
  ])
}

/** What reached the customer since one last looked: who signs, and what about. */
async function mailsToThem({ newMails }: Story): Promise<string[]> {
  const mails = (await newMails()).filter(({ to }) => to === 'jens@nordlicht.test')
  return mails.map(({ from, subject }) => `${from?.name}: ${subject}`)
}

async function takeOver({ telephone, customerId, as }: Story): Promise<void> {
  const page = await telephone('/today')
  await page.getByText('Needs you').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(FINANCE_WORDS)
  await page.goto(`/customers/${customerId}`)
  await page.getByRole('button', { name: 'Take over' }).first().tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Take over from finance' }).tap()
  await page.getByText(`${NAME} is yours until`).waitFor()
  const { body } = await as('collector').get(`/customers/${customerId}/ball`)
  expect(body.now).toMatchObject({ kind: 'taken', returnsOn: '2026-03-10' })
}

async function visitAndPromise({ telephone, customerId, as }: Story): Promise<void> {
  const page = await telephone(`/customers/${customerId}/brief`)
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
}

/** What was agreed is put in writing and signed on the seller's telephone, then sealed. */
async function recordIt({ telephone, as, seller, customerId }: Story): Promise<void> {
  const page = await telephone(`/customers/${customerId}/record`)
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

  function file(recordId: string) {
    return as(seller).get(`/records/${recordId}/file`)
  }
}

/** A third of what was promised came: the rest is due again, and those concerned know why. */
async function partlyKept(story: Story): Promise<void> {
  const { morning, telephone, titles, seller, customerId, as } = story
  expect(await morning(day('2026-03-17'))).toEqual([`${NAME}: message firm`])
  expect(await mailsToThem(story)).toEqual([`${FINANCE}: Overdue: invoice N-1, €4,000.00`])
  for (const who of [seller, 'collector']) {
    expect(await titles(who)).toContain(`${NAME} kept a promise in part`)
  }
  const page = await telephone(`/customers/${customerId}?tab=commitments`)
  await page.getByText('kept in part').waitFor()
  await page.getByText('2,000.00 EUR came').waitFor()
  const { body } = await as('collector').get(`/promises?customer=${customerId}`)
  expect(body.rows).toMatchObject([{ state: 'partly_kept', receivedMinor: 2_000_00, level: 0 }])
}

/** On the telephone, in the conversation: four parts instead of three, and far later. */
async function planBeyondTheMandate(story: Story): Promise<void> {
  const { customerId, hour, mail, look, boss, telephone, titles, seller } = story
  const page = await telephone(`/customers/${customerId}/outcome`)
  await page.getByRole('button', { name: 'They want to pay in parts' }).tap()
  await page.getByLabel('First payment').fill('1000')
  await page.getByLabel('Further instalments').fill('3')
  await page.getByLabel('On', { exact: true }).fill('2026-03-25')
  await page.getByLabel('How often').selectOption('every two weeks')
  await page.getByLabel('How often').selectOption('on days of their own')
  await page.getByLabel('Day of instalment 4').fill('2026-04-29')
  await page.getByText('Klara Keller is asked first').waitFor()
  await page.getByText('4 instalments; 3 are allowed').waitFor()
  await page.getByLabel('Why they need it').fill('Their bank needs until May')
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByRole('button', { name: 'Next' }).tap()
  await page.getByRole('button', { name: 'Send' }).tap()
  await page.clock.runFor(15_000)
  await page.getByText('Approval has been asked for').waitFor()
  await hour()
  const asked = (await mail.received()).findLast(hasLink)
  expect(asked?.to).toEqual([expect.stringContaining('sales_manager')])
  await approveByLink(await look(boss, await linkIn(asked)))
  await hour()
  expect(await titles(seller)).toContain(`Approved for ${NAME}`)
  await page.goto(`/customers/${customerId}?tab=commitments`)
  await page.getByText('0 of 4 instalments kept.').waitFor()
}

async function approveByLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Approve/ }).tap()
  await page.getByText('Approved. Thank you.').waitFor()
}

/** What sums it up on the seller's telephone: a plan kept to its end, and a reason to say thanks. */
async function thanks({ as, customerId, telephone }: Story): Promise<void> {
  const { body } = await as('collector').get(`/plans?customer=${customerId}`)
  expect(body.rows).toMatchObject([{ state: 'kept', receivedMinor: 4_000_00 }])
  const page = await telephone('/today')
  const paid = page.getByRole('region', { name: 'Paid since you last met' })
  await paid.getByText(NAME).waitFor()
  await page.goto(`/customers/${customerId}?tab=commitments`)
  await page.getByText('4 of 4 instalments kept.').waitFor()
}
