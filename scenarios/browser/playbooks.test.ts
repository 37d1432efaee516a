import { expect, test, vi } from 'vitest'

import { installDefaultPlaybooks } from '../../server/collecting/playbooks/index.ts'
import { instant } from '../../server/kernel/day.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'

vi.setConfig({ testTimeout: 120_000 })

const MONDAY = '2026-11-16T09:00:00Z'

async function desk() {
  const house = await openHouse({ now: MONDAY })
  const { world, organisation, given } = house
  await given.legalEntity()
  for (const [name, dueOn] of [
    ['Brasserie du Port', '2026-11-11'],
    ['Nordlicht GmbH', '2026-11-05'],
  ] as const) {
    const customer = await given.customer({ name })
    await given.contact(customer)
    await given.invoice(customer, { totalMinor: 900_00, issuedOn: '2026-10-01', dueOn })
  }
  await givenCollecting(world, organisation).within((tx) =>
    installDefaultPlaybooks(tx, { id: organisation, language: 'en' }, instant(MONDAY)),
  )
  return house
}

test('a step is moved by the keyboard; who would be moved is shown, rehearsed and switched on', async () => {
  const { visit } = await desk()
  const { page, problems } = await visit('credit_manager', '/playbooks')
  await page.getByRole('link', { name: /Standard commercial/ }).press('Enter')

  const step = page.getByRole('button', { name: /Friendly reminder/ })
  await step.press('Shift+ArrowRight')
  await page.getByText('+10 Friendly reminder').or(step.getByText('+10')).first().waitFor()
  await step.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Attach the statement of account').press('Space')
  await sheet.getByLabel('If that does not reach them').selectOption({ label: 'Letter' })
  await sheet.getByLabel('And if that fails too').first().selectOption({ label: 'Call' })
  await sheet.getByRole('button', { name: 'Done' }).press('Enter')

  await page.getByRole('button', { name: 'Add a step' }).press('Enter')
  const from = sheet.getByLabel('Counted from')
  expect(await from.locator('option').allTextContents()).toEqual([
    'the due day',
    'a new invoice',
    'a broken promise',
    'a missed instalment',
    'an email that came back',
    'a payment that came',
  ])
  await from.selectOption({ label: 'a new invoice' })
  await sheet.getByLabel('Text').and(page.locator('select')).waitFor()
  expect(await sheet.getByLabel('Text').inputValue()).toBe('invoice_note')
  await sheet.getByRole('button', { name: 'Done' }).press('Enter')
  await page.getByRole('heading', { name: 'when an invoice came' }).waitFor()

  await page.keyboard.press('Control+s')
  await page.getByText('The draft is saved').waitFor()

  await page.getByRole('button', { name: 'Rehearse', exact: true }).press('Enter')
  await page.getByRole('table', { name: 'By step' }).waitFor()

  await page.getByRole('button', { name: 'Switch on' }).press('Enter')
  const asking = page.getByRole('dialog')
  await asking.getByText('The next step of 1 customer changes.').waitFor()
  await asking.getByText(/^Friendly reminder, 16 Nov → Friendly reminder, 21 Nov/).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await asking.getByRole('button', { name: 'Switch on' }).press('Enter')
  await page.getByText('“Standard commercial” is in force.').waitFor()

  const versions = page.getByRole('region', { name: 'Versions' })
  await versions.getByText('Version 2').waitFor()
  await versions.getByText(/^Friendly reminder: .*Days.*Attach the statement of account/).waitFor()
  await versions.getByText(/written by A credit_manager/).waitFor()
  await versions.getByRole('button', { name: 'Take up again' }).press('Enter')
  await step.getByText('+3').waitFor()
  expect(problems).toEqual([])
})

test('whoever may not edit reads the playbook and its versions', async () => {
  const { visit } = await desk()
  const { page } = await visit('auditor', '/playbooks')
  await page.getByRole('link', { name: /Standard commercial/ }).press('Enter')
  await page.getByRole('region', { name: 'Versions' }).getByText('came with Goodterms').waitFor()
  expect(await page.getByRole('button', { name: 'Add a step' }).count()).toBe(0)
  await page.getByRole('button', { name: /Friendly reminder/ }).press('Enter')
  await page.getByRole('dialog').getByLabel('Name of the step').isDisabled()
})

test.each([
  ['desktop', 'dark'],
  ['phone', 'light'],
] as const)('on a %s, %s, the editor shuts nobody out', async (size, scheme) => {
  const { visit } = await desk()
  const { page, problems } = await visit('credit_manager', '/playbooks', { size, scheme })
  await page.getByRole('link', { name: /Standard commercial/ }).click()
  await page.getByRole('region', { name: 'Versions' }).getByText('Version 1').waitFor()
  await page.getByText('More conditions').press('Enter')
  expect(await seriousFindings(page)).toEqual([])
  expect(await overflowsSideways(page)).toBe(false)
  await page.getByRole('button', { name: /Firm reminder/ }).click()
  await page.getByRole('dialog').getByLabel('Name of the step').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(problems).toEqual([])
})
