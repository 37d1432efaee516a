import { expect, test } from 'vitest'

import { instant } from '#kernel/day.ts'

import { resultOf } from './draft.ts'
import { EXAMPLE_FORM as form } from './example-form.ts'
import type { Sent } from './form.ts'
import { writtenIn } from './written.ts'

const amount = { minor: 5_000_00, currency: 'EUR' }
const plan = {
  currency: 'EUR',
  items: [{ openItemId: 'i', minor: 8_460_00 }],
  instalments: [{ dueOn: '2026-12-11', minor: 8_460_00 }],
  accelerates: false,
  remindsDaysBefore: 3,
}
const right = { name: 'Zoe', email: 'zoe@customer.test', phone: '' }

const RESULTS: readonly Sent['result'][] = [
  { kind: 'promised', openItemId: 'i', amount, promisedFor: '2026-12-04', note: 'Why' },
  { kind: 'wants_plan', plan },
  { kind: 'dispute', receivableId: 'r', reason: 'price', amountMinor: 100 },
  {
    kind: 'already_paid',
    receivableIds: ['r'],
    paidOn: '2026-11-30',
    amount,
    by: 'cash',
    reference: 'F-1',
    asksForDetails: false,
  },
  { kind: 'needs_documents', receivableIds: ['r'] },
  { kind: 'wrong_person', right },
  { kind: 'short_of_cash', plan: null },
  { kind: 'refuses', to: 'legal' },
  { kind: 'not_reached', retryOn: '2026-12-09' },
  { kind: 'other' },
]

function sent(result: Sent['result'], fields: Partial<Sent> = {}): Sent {
  const happenedAt = '2026-12-01T09:00:00.000Z'
  return { id: 'x', happenedAt, channel: 'visit', contactId: 'ada', said: 'So', result, ...fields }
}

test.each(RESULTS)('$kind is written again as it was', (result) => {
  const draft = writtenIn(form, 'EUR', { body: sent(result), refused: null })

  expect(draft && resultOf(draft)).toEqual(result)
  expect(draft).toMatchObject({
    happenedAt: '2026-12-01T09:00:00.000Z',
    channel: 'visit',
    contactId: 'ada',
    said: 'So',
  })
})

test('what is gone meanwhile is chosen anew', () => {
  const bare = { ...form, items: [], contacts: [] }
  const again = (result: Sent['result']) =>
    writtenIn(bare, 'EUR', { body: sent(result), refused: null })

  expect(again({ kind: 'needs_documents', receivableIds: ['r'] })).toMatchObject({
    receivableIds: [],
    contactId: null,
  })
  expect(again({ kind: 'dispute', receivableId: 'r', reason: 'price' })).toMatchObject({
    receivableId: null,
  })
  const promised = { kind: 'promised', openItemId: 'i', amount, promisedFor: '2026-12-04' } as const
  expect(again(promised)).toMatchObject({ openItemId: null, minor: 5_000_00 })
})

test.each([
  ['happened_too_long_ago', null],
  ['happened_in_the_future', null],
  ['more_than_owed', instant('2026-12-01T09:00:00.000Z')],
])('refused with %s it is of %s', (code, happenedAt) => {
  const refused = { code, details: {} }
  const draft = writtenIn(form, 'EUR', { body: sent({ kind: 'other' }), refused })
  expect(draft?.happenedAt).toBe(happenedAt)
})

test.each([null, 'text', {}, { result: null }, { result: { kind: 'of_another_time' } }])(
  'what another version wrote as %j is no draft',
  (body) => {
    expect(writtenIn(form, 'EUR', { body, refused: null })).toBeNull()
  },
)
