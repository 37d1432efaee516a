import { expect, test } from 'vitest'

import { bodyOf, draftOf, portFor } from './mail.ts'

test.each([
  ['tls', { port: 587, security: 'starttls' }, 465],
  ['starttls', { port: 465, security: 'tls' }, 587],
  ['tls', { port: 2525, security: 'starttls' }, 2525],
] as const)('choosing %s after %o takes port %i', (security, before, port) => {
  expect(portFor(security, before)).toBe(port)
})

test('a password that was not typed is not sent, so that the saved one stays', () => {
  const draft = draftOf(null)
  expect(bodyOf(draft)).not.toHaveProperty('password')
  expect(bodyOf({ ...draft, password: 'sesame' })).toHaveProperty('password', 'sesame')
})
