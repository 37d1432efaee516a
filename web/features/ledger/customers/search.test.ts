import { expect, test } from 'vitest'

import { canonical, customersSearch, filterOf, parsed, without } from './search.ts'

test('an address keeps what the page knows and drops the rest', () => {
  expect(
    customersSearch({
      owing: 'overdue',
      sort: 'nonsense',
      lateFrom: '30',
      tag: '',
      evil: 'x',
      search: 1043,
    }),
  ).toEqual({ search: '1043', owing: 'overdue', lateFrom: 30 })
})

test.each([['0'], ['-5'], ['1.5'], ['soon']])('"%s" days late is no filter', (lateFrom) => {
  expect(customersSearch({ lateFrom })).toEqual({})
})

test('order and columns are no filters', () => {
  expect(filterOf({ owing: 'owed', sort: 'name', columns: 'owed,owner' })).toEqual({
    owing: 'owed',
  })
})

test('a view is the same in whatever order its parts stand', () => {
  const search = { owing: 'overdue', lateFrom: 30, country: 'FR' } as const
  expect(canonical({ country: 'FR', lateFrom: 30, owing: 'overdue' })).toBe(canonical(search))
  expect(parsed(canonical(search))).toEqual(search)
})

test('a filter can be taken away', () => {
  expect(without({ owing: 'owed', tag: 'key' }, 'tag')).toEqual({ owing: 'owed' })
})
