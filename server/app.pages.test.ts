import { expect, test } from 'vitest'

import { sealEvents } from './access/index.ts'
import { rebuildWorklist } from './collecting/desk/index.ts'
import { followNews } from './notifying/tell.ts'
import { collectingApp } from './testing/collecting-app.ts'
import { givenDossier } from './testing/given/dossier.ts'
import { givenImports } from './testing/given/imports.ts'
import { requestOf, routesIn } from './testing/requests.ts'
import type { Asker } from './testing/test-app.ts'

/** Two customers with something of everything, an import with findings, a run, news. */
async function house() {
  const app = await collectingApp()
  const { given, world, organisationId, personOf } = app
  const ownerId = await given.person('seller')
  const first = await givenDossier(app, { ownerId, word: 'One', totalMinor: 111_00 })
  const colleague = await given.person('seller')
  await givenDossier(app, { ownerId: colleague, word: 'Two', totalMinor: 222_00 })
  const personId = await personOf('collector')
  const imports = givenImports(world, { asker: app.as('collector'), organisationId, personId })
  const lines = Array.from({ length: 4 }, (_, at) => `K${at};Kappa ${at};R${at};05.01.2026;;10,00`)
  const file = ['Customer no;Customer name;Invoice no;Invoice date;Due date;Total', ...lines]
  const entity = await given.theEntity()
  await imports.applied(entity, file.slice(0, 2).join('\n'))
  const { id: importId } = await imports.applied(entity, file.join('\n'))
  for (let at = 0; at < 2; at += 1) {
    await app.debtor()
    await given.payment(first.id, { amountMinor: 1_00 })
    const mentions = [await personOf('finance_director')]
    await app.as('collector').post(`/customers/${first.id}/comments`, { body: 'Look', mentions })
  }
  await app.plan()
  const runId = await app.plan(true)
  await app.send(runId)
  await rebuildWorklist(world, organisationId)
  await sealEvents(world, organisationId)
  await followNews(world, organisationId)
  const ids: Record<string, string> = { importId, customerId: first.id, id: runId }
  return {
    ...app,
    asker: app.as('finance_director'),
    idFor: (name: string) => ids[name] ?? first.id,
  }
}

type Page = { readonly rows: readonly unknown[]; readonly next: string | null }

/** All rows of a list, so many at a time. */
async function walked(asker: Asker, url: string, limit: number, key: string): Promise<unknown[]> {
  const rows: unknown[] = []
  let next: string | null = null
  do {
    const after = next === null ? '' : `&${key}=${encodeURIComponent(next)}`
    const reply = await asker.get(`${url}?limit=${limit}${after}`)
    const page: Page = reply.body
    if (reply.status !== 200 || page.rows.length > limit) throw new Error(`${url}: ${reply.status}`)
    rows.push(...page.rows)
    next = page.next
  } while (next !== null)
  return rows
}

test('P75 every list goes on by key: one row at a time is the same list as all at once', async () => {
  const { app, asker, idFor } = await house()
  const routes = await routesIn(app)
  const lists = routes.filter(
    ({ method, query }) =>
      method === 'GET' &&
      'limit' in (query.properties ?? {}) &&
      ('cursor' in (query.properties ?? {}) || 'after' in (query.properties ?? {})),
  )
  const [short, wrong]: [string[], string[]] = [[], []]
  for (const route of lists) {
    // Whole lists: a filter by an id would leave little of them.
    const [url = ''] = requestOf(route, idFor).url.split('?')
    const key = 'cursor' in (route.query.properties ?? {}) ? 'cursor' : 'after'
    const whole = await walked(asker, url, 50, key)
    const single = await walked(asker, url, 1, key)
    if (whole.length < 2) short.push(route.url)
    if (JSON.stringify(single) !== JSON.stringify(whole)) wrong.push(route.url)
  }
  expect(lists.length).toBeGreaterThan(15)
  expect(wrong).toEqual([])
  expect(short, 'has no second page here').toEqual([])
  const counting = routes.filter(({ query }) =>
    ['offset', 'page', 'skip'].some((name) => query.properties?.[name]?.type === 'integer'),
  )
  expect(counting.map(({ url }) => url)).toEqual([])
}, 120_000)
