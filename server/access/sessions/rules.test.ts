import { expect, test } from 'vitest'

import { addSeconds, instant } from '../../kernel/day.ts'
import { expiryOf, isWorthTouching, networkOf } from './rules.ts'

const signedIn = instant('2026-03-01T08:00:00Z')
const HOUR = 60 * 60
const DAY = 24 * HOUR

test.each([
  ['at once', 0, 7 * DAY],
  ['after a day', DAY, 8 * DAY],
  ['after 22 days', 22 * DAY, 29 * DAY],
  ['after 23 days', 23 * DAY, 30 * DAY],
  ['after 29 days', 29 * DAY, 30 * DAY],
])('a session used %s ends seven days later, but never after thirty', (_when, used, ends) => {
  expect(expiryOf(signedIn, addSeconds(signedIn, used))).toBe(addSeconds(signedIn, ends))
})

test.each([
  [59, false],
  [60, true],
  [61, true],
])('a use %i seconds after the last is written down: %s', (seconds, is) => {
  expect(isWorthTouching(signedIn, addSeconds(signedIn, seconds))).toBe(is)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
