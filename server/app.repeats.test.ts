import { expect, test } from 'vitest'

import { ROLES } from './http/permissions.ts'
import { newId } from './kernel/ids.ts'
import { requestOf, routesIn } from './testing/requests.ts'
import { testApp } from './testing/test-app.ts'

/** What has been signed out of cannot be asked again. */
const ENDS_THE_SESSION = 'DELETE /session'

test('P13 every write of the API answers a repeated key as before, and never with a fault of ours', async () => {
  const { app, as, given } = await testApp()
  const person = await given.person(...ROLES)
  const wrong: string[] = []
  const routes = (await routesIn(app)).filter(
    ({ method, permission }) => method !== 'GET' && permission !== 'public',
  )
  for (const [index, route] of routes.entries()) {
    const { url, body } = requestOf(route, newId)
    const name = `${route.method} ${route.url}`
    if (name === ENDS_THE_SESSION) continue
    const asker = as(person)
    const headers = { 'idempotency-key': `once-${index}` }
    const ask = () => {
      if (route.method === 'DELETE') return asker.delete(url, headers)
      const send = { POST: asker.post, PUT: asker.put, PATCH: asker.patch, GET: asker.post }
      return send[route.method](url, body, headers)
    }
    const [first, again] = [await ask(), await ask()]
    const isMalformed = first.status === 422 && first.body.code === 'malformed_request'
    const isReplayed = again.headers['idempotency-replayed'] === 'true'
    const isRight =
      again.status === first.status && first.status < 500 && (isMalformed || isReplayed)
    if (!isRight)
      wrong.push(
        `${name} ${first.status} ${first.body?.code}, then ${again.status} ${again.body?.code}`,
      )
  }
  expect(routes.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
}, 120_000)
