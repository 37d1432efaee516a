import { expect, test } from 'vitest'

import { guardRoutes } from './http/guard.ts'
import { testApp } from './testing/test-app.ts'

const view = { page: 'customers', name: 'Mine', search: '' }

test('a route that names no permission keeps the server from starting', async () => {
  const { app } = await testApp()
  const { default: Fastify } = await import('fastify')
  const other = Fastify()
  guardRoutes(other, { recognise: async () => null, tokenOf: () => undefined })
  expect(() => other.get('/open', () => 'everything')).toThrow('names no permission')
  expect(app.hasRoute({ method: 'GET', url: '/api/me' })).toBe(true)
})

test.each([
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a page of a sibling domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['our own page', { 'sec-fetch-site': 'same-origin' }, 201],
  ['the address bar', { 'sec-fetch-site': 'none' }, 201],
  ['an origin that is not ours', { origin: 'https://evil.example' }, 403],
  ['an origin without a place', { origin: 'null' }, 403],
  ['our origin', { origin: 'http://localhost:4170' }, 201],
  ['the host that was asked', { origin: 'http://terms.lan:81', host: 'terms.lan:81' }, 201],
  ['a program without a browser', {}, 201],
])('a write from %s (%j) is answered %i', async (_who, headers, status) => {
  const { as } = await testApp()
  const reply = await as('collector').post('/views', view, { ...headers })
  const code = reply.status === 201 ? undefined : 'cross_site_request'
  expect(reply).toMatchObject({ status, body: code ? { code } : { name: 'Mine' } })
})

test('a write without our own header is refused, as a form of another site would send it', async () => {
  const { app } = await testApp()
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload: {} })
  expect(reply.statusCode).toBe(403)
  expect(reply.json()).toEqual({ code: 'header_missing', details: { header: 'x-goodterms' } })
})

test('every answer keeps browsers from scripts, frames and sniffing that are not ours', async () => {
  const { stranger } = await testApp()
  const { headers } = await stranger.get('/setup')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|http:/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('what is not there, is malformed or fails is said in one form', async () => {
  const { as, stranger, app, world } = await testApp()
  expect(await stranger.get('/nowhere')).toMatchObject({
    status: 404,
    body: { code: 'no_such_page' },
  })
  expect(await as('collector').post('/views', { page: 'customers' })).toMatchObject({
    status: 422,
    body: { code: 'malformed_request', details: { field: 'name' } },
  })
  const broken = await as('collector').post('/views', '{', { 'content-type': 'application/json' })
  expect(broken).toMatchObject({ status: 400, body: { code: 'malformed_request' } })

  await world.db.destroy()
  const failed = await app.inject({
    method: 'GET',
    url: '/api/me',
    headers: { cookie: 'goodterms=x' },
  })
  expect(failed.statusCode).toBe(500)
  expect(failed.json()).toEqual({
    code: 'internal_error',
    details: { request: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
  expect((await app.inject('/readyz')).statusCode).toBe(503)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
})

test('the description of the API names each route with what it asks for', async () => {
  const { stranger } = await testApp()
  const { paths } = (await stranger.get('/openapi.json')).body
  expect(paths['/api/people'].post).toMatchObject({ 'x-permission': 'people.manage' })
  expect(paths['/api/setup'].get).toMatchObject({ 'x-permission': 'public' })
})
