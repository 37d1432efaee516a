import { expect, test } from 'vitest'

import { testApp } from '../../testing/test-app.ts'

test('an app answers', async () => {
  const { as, stranger, given } = await testApp()
  const customer = await given.customer()
  const invoice = await given.invoice(customer)
  await given.payment(customer, { amountMinor: 50_00, openItemId: invoice.openItemId })
  expect((await stranger.get('/openapi.json')).status).toBe(200)
  expect((await as('collector').get('/nothing')).status).toBe(404)
})
