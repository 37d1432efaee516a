import { expect, test, vi } from 'vitest'

import { overflowsDown, overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'
import { mailServer } from '../../server/testing/mail/mail-server.ts'

vi.setConfig({ testTimeout: 240_000 })

async function office() {
  const house = await openHouse({ today: '2026-11-23' })
  await house.given.legalEntity()
  return house
}

test('a mail server is tried, saved, and a test message arrives', async () => {
  const { visit } = await office()
  const mail = await mailServer()
  const { page, problems } = await visit('administrator', '/settings/email')
  await page.getByLabel('Server', { exact: true }).fill(mail.host)
  await page.getByLabel('Encryption').selectOption({ label: 'None' })
  await page.getByLabel('Port').fill(String(mail.port))
  await page.getByLabel('Sender’s address').fill('reminders@seller.example')
  await page.getByRole('button', { name: 'Try it without sending' }).press('Enter')
  await page.getByText(/^It works/).waitFor()
  await page.getByRole('button', { name: 'Save the mail server' }).press('Enter')

  await page.getByText('Saved.').waitFor()
  const sending = { name: /^Send a test message to/, disabled: false }
  await page.getByRole('button', sending).press('Enter')
  await page.getByText(/^Handed over for/).waitFor()
  const [message] = await mail.received()
  expect(message?.from).toBe('reminders@seller.example')
  expect(message?.source).toContain('application/pdf')
  expect(problems).toEqual([])
})

test('a server that does not answer is said to be so, at the step where it failed', async () => {
  const { visit } = await office()
  const { page } = await visit('administrator', '/settings/email')
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Encryption').selectOption({ label: 'None' })
  await page.getByLabel('Port').fill('9')
  await page.getByLabel('Sender’s address').fill('reminders@seller.example')
  await page.getByRole('button', { name: 'Try it without sending' }).press('Enter')
  const answer = page.getByText('The server does not answer on this port')
  await answer.waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('customers get messages only after somebody has typed the name of the organisation', async () => {
  const house = await office()
  await givenCollecting(house.world, house.organisation).testMode(true)
  const { page, problems } = await house.visit('administrator', '/settings/organisation')
  await page.getByRole('button', { name: /^Switch test mode off/ }).press('Enter')
  const asking = page.getByRole('dialog')
  await asking.getByText('reminders go to your customers').waitFor()
  const field = asking.getByRole('textbox')
  await field.fill('Example')
  await field.press('Enter')
  const off = asking.getByRole('button', { name: 'Switch test mode off' })
  expect(await off.isDisabled()).toBe(true)
  await field.fill('Example Ltd')
  await field.press('Enter')
  await page.getByText('Messages reach customers', { exact: true }).waitFor()
  expect(problems).toEqual([])
})

test('somebody is invited with a role and comes in by the link', async () => {
  const { visit, origin } = await office()
  const { page, problems } = await visit('administrator', '/settings/people')
  await page.getByRole('button', { name: 'Invite somebody' }).press('Enter')
  const form = page.getByRole('dialog')
  await form.getByLabel('Name', { exact: true }).fill('Lena Hartmann')
  await form.getByLabel('Email').fill('lena@seller.example')
  await form.getByLabel('Email').press('Enter')
  const link = await page.getByLabel('Link to choose a password').inputValue()
  expect(link.startsWith(origin)).toBe(true)

  const lena = await page.context().browser()?.newContext()
  const door = await lena?.newPage()
  await door?.goto(link)
  await door?.getByLabel('New password').fill('wine is bottled poetry')
  await door?.getByLabel('New password').press('Enter')
  await door?.waitForURL(/\/today/)
  await lena?.close()
  expect(problems).toEqual([])
})

test('a rule of the house is changed and stays changed', async () => {
  const { visit } = await office()
  const { page } = await visit('administrator', '/settings/policy')
  const gap = page.getByLabel('Between two messages to a customer')
  await gap.fill('400')
  await gap.press('Tab')
  await gap.fill('10')
  await page.getByRole('button', { name: /^Save/ }).press('Enter')
  await page.getByText('Saved.').waitFor()
  await page.reload()
  expect(await page.getByLabel('Between two messages to a customer').inputValue()).toBe('10')
})

test('a template is looked at on a real customer, and an unknown word in it is refused', async () => {
  const house = await office()
  const customer = await house.given.customer({ name: 'Brasserie du Port' })
  await house.given.contact(customer, { name: 'Ada Example' })
  await house.given.invoice(customer, { number: 'R-1001', totalMinor: 4_310_00 })
  const { page, problems } = await house.visit('credit_manager', '/settings/templates')
  await page.getByRole('link', { name: /^Friendly reminder/ }).press('Enter')
  const who = page.getByLabel('Look at it on a customer')
  await who.fill('Brasserie')
  await page.getByRole('option', { name: /Brasserie du Port/ }).waitFor()
  await who.press('Enter')
  await page.frameLocator('iframe').getByText('R-1001').first().waitFor()

  const body = page.getByLabel('Text', { exact: true })
  await body.fill('Dear {{ contact.name }}, please pay {{ wrong.word }}.')
  await page.getByText('There is nothing called “wrong.word”').first().waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(problems).toEqual([])
})

/** A template with its mail in a frame is looked at above. */
const CHAPTERS = ['account', 'organisation', 'people', 'companies', 'policy', 'email', 'templates']

test('on a light desktop and a dark phone the settings shut nobody out', async () => {
  const { visit } = await office()
  const faults: string[] = []
  for (const [size, scheme] of [
    ['desktop', 'light'],
    ['phone', 'dark'],
  ] as const) {
    const { page, problems } = await visit('administrator', '/settings', { size, scheme })
    for (const chapter of CHAPTERS) {
      await page.goto(`/settings/${chapter}`)
      await page.getByRole('main').waitFor()
      await page.waitForFunction(() => document.querySelector('.animate-breathe') === null)
      const found = await seriousFindings(page)
      faults.push(...found.map((fault) => `${size} ${chapter}: ${fault}`))
      if (await overflowsSideways(page)) faults.push(`${size} ${chapter}: scrolls sideways`)
      if (await overflowsDown(page)) faults.push(`${size} ${chapter}: scrolls out of its frame`)
    }
    faults.push(...problems)
    await page.context().close()
  }
  expect(faults).toEqual([])
})
