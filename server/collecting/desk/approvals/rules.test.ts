import { expect, test } from 'vitest'

import { instant } from '../../../kernel/day.ts'
import { refusalOfDeciding, type Request } from './rules.ts'

const request: Request = {
  state: 'asked',
  askedBy: 'seller',
  approver: 'sales_manager',
  expiresAt: instant('2026-11-25T09:00:00Z'),
}
const manager = { personId: 'manager', roles: ['sales_manager'] as readonly string[] }
const credit = { personId: 'credit', roles: ['credit_manager'] as readonly string[] }
const last = instant('2026-11-25T09:00:00Z')

test.each<[string | null, string, Partial<Request>, typeof manager, string]>([
  [null, 'until its last moment', {}, manager, '2026-11-25T09:00:00Z'],
  ['request_expired', 'a moment later', {}, manager, '2026-11-25T09:00:00.001Z'],
  [null, 'by credit too', {}, credit, last],
  [null, 'by credit where credit is asked', { approver: 'credit_manager' }, credit, last],
  ['needs_credit_manager', 'where credit is asked', { approver: 'credit_manager' }, manager, last],
  ['own_request', 'one’s own', { askedBy: 'manager' }, manager, last],
  ['already_decided', 'approved before', { state: 'approved' }, manager, last],
  ['already_decided', 'refused before', { state: 'refused' }, manager, last],
  ['already_decided', 'withdrawn', { state: 'withdrawn' }, manager, last],
  ['already_decided', 'run out', { state: 'expired' }, manager, last],
])('deciding is answered with %s: %s', (expected, _what, change, by, now) => {
  expect(refusalOfDeciding({ ...request, ...change }, by, instant(now))).toBe(expected)
})
