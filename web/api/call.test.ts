import { expect, test } from 'vitest'

import { addressOf } from './call.ts'
import { changeOf, isConcerned } from './live.ts'

test('an address has its parts in place and nothing that is absent', () => {
  const contract = { url: '/customers/:customerId/items' }
  expect(
    addressOf(contract, {
      params: { customerId: 'a/b' },
      query: { limit: 5, state: undefined, q: '' },
    }),
  ).toBe('/api/customers/a%2Fb/items?limit=5')
})

test('a change of one customer leaves the pages of others alone', () => {
  const mine = { params: { customerId: 'c1' } }
  expect(isConcerned(mine, new Set(['c1']))).toBe(true)
  expect(isConcerned(mine, new Set(['c2']))).toBe(false)
  expect(isConcerned(mine, new Set([null]))).toBe(true)
  expect(isConcerned({ query: { show: 'open' } }, new Set(['c2']))).toBe(true)
})

test('looking at personal data is no reason to ask everything again', () => {
  const customerId = 'c1'
  expect(changeOf(JSON.stringify({ names: ['contacts.revealed'], customerId }))).toEqual({
    customerId,
    isOnlyRead: true,
  })
  const names = ['contacts.revealed', 'promise.taken']
  expect(changeOf(JSON.stringify({ names, customerId })).isOnlyRead).toBe(false)
  expect(changeOf('{}')).toEqual({ customerId: null, isOnlyRead: false })
})
