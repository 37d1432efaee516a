import { describe, expect, test } from 'vitest'

import { forgettingOf, isReadable, wayOf } from './keeping.ts'

describe('the worker that keeps briefs', () => {
  test.each([
    ['GET', '/customers/1/brief', true, 'page'],
    ['GET', '/', true, 'page'],
    ['GET', '/l/secret-link', true, 'pass'],
    ['GET', '/verify/1', true, 'pass'],
    ['GET', '/api/exports/customers', true, 'pass'],
    ['GET', '/assets/index-abc.js', false, 'file'],
    ['GET', '/api/me', false, 'own'],
    ['GET', '/api/seller-home', false, 'own'],
    ['GET', '/api/customers/1/visit-brief', false, 'own'],
    ['GET', '/api/customers/1/outcome-form', false, 'own'],
    ['GET', '/api/customers/1', false, 'pass'],
    ['GET', '/api/customers/1/visit-brief/more', false, 'pass'],
    ['GET', '/api/people', false, 'pass'],
    ['GET', '/manifest.webmanifest', false, 'pass'],
    ['POST', '/api/customers/1/outcomes', false, 'pass'],
    ['PATCH', '/api/me', false, 'pass'],
    ['POST', '/api/session', false, 'move'],
    ['DELETE', '/api/session', false, 'move'],
    ['PUT', '/api/session/organisation', false, 'move'],
    ['POST', '/api/demo-session', false, 'move'],
    ['DELETE', '/api/sessions/1', false, 'pass'],
  ] as const)('%s %s (a page: %s) is answered by way of %s', (method, path, isPage, way) => {
    expect(wayOf({ method, path, isPage })).toBe(way)
  })

  test.each([
    [200, null],
    [401, 'all'],
    [403, 'this'],
    [404, 'this'],
    [500, null],
    [503, null],
  ] as const)('after %i it forgets %s', (status, what) => {
    expect(forgettingOf(status)).toBe(what)
  })

  const kept = 'Mon, 02 Mar 2026 12:00:00 GMT'
  test.each([
    ['2026-03-09T11:59:59Z', kept, true],
    ['2026-03-09T12:00:00Z', kept, false],
    ['2026-03-02T12:00:00Z', null, false],
    ['2026-03-02T12:00:00Z', 'nonsense', false],
  ])('at %s what was kept at %s is readable: %s', (now, keptAt, isFresh) => {
    expect(isReadable(keptAt, Date.parse(now))).toBe(isFresh)
  })
})
