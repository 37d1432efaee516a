import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { seriousFindings } from '../../../testing/browser.ts'
import { openHouse } from '../../../testing/browsing.ts'

test('“@” in a note offers colleagues to the keyboard, and tells the chosen one once', async () => {
  const house = await openHouse()
  const { given, personOf } = house
  await given.personWith({ roles: ['seller'], name: 'Stranger Seller' })
  const ownerId = await personOf('seller')
  const customerId = await given.customer({ name: 'Brasserie du Port', ownerId })
  const { page, problems } = await house.visit('collector', `/customers/${customerId}`)
  await page.getByRole('heading', { name: 'Brasserie du Port' }).first().waitFor()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  const text = dialog.getByRole('textbox')
  await text.pressSequentially('Please call, @sel')
  const option = dialog.getByRole('option')
  await expect.poll(() => option.allTextContents()).toEqual(['A seller'])
  expect(await text.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
  expect(await seriousFindings(page)).toEqual([])

  await text.press('Escape')
  await expect.poll(() => option.count()).toBe(0)
  expect(await dialog.count()).toBe(1)
  await text.press('Backspace')
  await expect.poll(() => option.allTextContents()).toEqual(['A seller'])
  await text.press('Enter')
  await expect.poll(() => text.inputValue()).toBe('Please call, @A seller ')
  await text.pressSequentially('today. Thanks @A seller')
  await text.press('Escape')
  await text.press('Control+Enter')
  await expect.poll(() => dialog.count()).toBe(0)
  const comments = await inOrganisation(house.world.db, house.organisation, (tx) =>
    tx.selectFrom('comments').selectAll().execute(),
  )
  expect(comments.map(({ mentions }) => mentions)).toEqual([[ownerId]])
  expect(problems).toEqual([])
})
