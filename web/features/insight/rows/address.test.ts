import { expect, test } from 'vitest'

import { askedOf, itemsAddress, rowsSearch } from './address.ts'

test('an address of rows is read back as it was written', () => {
  const address = itemsAddress({ currency: 'EUR', bucket: '2', asOf: undefined })
  expect(address).toBe('/open-items?currency=EUR&bucket=2')
  expect(askedOf(address)).toEqual({ kind: 'items', query: { currency: 'EUR', bucket: '2' } })
})

test.each(['', '/people', '/open-items/../people?currency=EUR', 'https://elsewhere.example/'])(
  '%j has no rows',
  (address) => {
    expect(askedOf(address)).toBeNull()
  },
)

test('what is no search of rows asks for nothing', () => {
  expect(rowsSearch({ rows: 7, of: null, currency: 'EUR' })).toEqual({ currency: 'EUR', rows: '' })
})
