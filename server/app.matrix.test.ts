import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { inOrganisation } from './database/tenancy.ts'
import { mayAny, ROLES } from './http/permissions.ts'
import { newId } from './kernel/ids.ts'
import {
  givenEverything,
  isAboutCustomer,
  tenantTables,
  type Everything,
  type TenantTable,
} from './testing/given/everything.ts'
import { requestOf, routesIn, type IdFor, type Route } from './testing/requests.ts'
import { testApp, type Asker, type Reply } from './testing/test-app.ts'

/** Streams that never end by themselves; server/access/live tests who hears what. */
const ENDLESS = new Set(['/live'])

function ask(asker: Asker, route: Route, idFor: IdFor): Promise<Reply> {
  const { url, body } = requestOf(route, idFor)
  if (route.method === 'GET') return asker.get(url)
  if (route.method === 'DELETE') return asker.delete(url)
  const send = { POST: asker.post, PUT: asker.put, PATCH: asker.patch }[route.method]
  return send(url, body)
}

function nameOf({ method, url }: Route): string {
  return `${method} ${url}`
}

/** What is no part of the API: the description of it, probes, and pages of those without a login. */
const OUTSIDE = [
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /l/:',
  'GET /readyz',
  'GET /verify/:',
  'HEAD /l/:',
  'HEAD /verify/:',
  'POST /l/:',
  'POST /verify/:',
]

const PLACE = /\{\w+\}/g

/** The routes in the tree that the server prints of itself: 'GET /api/people/:'. */
function placesIn(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] =
      /^([│├└─\s]*)(\S+)(?: \(([^)]*)\))?$/.exec(line) ?? []
    const depth = Math.max(0, indent.length / 4 - 1)
    above.splice(depth, above.length, path)
    const place = above.join('').replaceAll(/:[\w|:]+/g, ':')
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${place}`)
  })
}

function isPermission(route: Route): boolean {
  return !['public', 'signed_in', 'member'].includes(route.permission)
}

describe('P77 who may use what', () => {
  test('without a session every route but the public ones answers 401', async () => {
    const { app, stranger } = await testApp()
    const wrong: string[] = []
    for (const route of await routesIn(app)) {
      if (ENDLESS.has(route.url)) continue
      const { status } = await ask(stranger, route, newId)
      if ((status === 401) === (route.permission === 'public'))
        wrong.push(`${nameOf(route)} ${status}`)
    }
    // Signing in with wrong credentials is the one public route that answers so.
    expect(wrong).toEqual(['POST /session 401'])
  })

  test('a session in no organisation reaches nothing of any', async () => {
    const { app, as, given } = await testApp()
    const nobody = as(await given.person(), null)
    const wrong: string[] = []
    for (const route of await routesIn(app)) {
      if (['public', 'signed_in'].includes(route.permission)) continue
      const { status, body } = await ask(nobody, route, newId)
      if (status !== 403 || body.code !== 'choose_an_organisation') wrong.push(nameOf(route))
    }
    expect(wrong).toEqual([])
  })

  test.each(ROLES)('a %s is let in exactly where the table of permissions says', async (role) => {
    const { app, as, given } = await testApp()
    const person = await given.person(role)
    const wrong: string[] = []
    for (const route of await routesIn(app)) {
      if (!isPermission(route) || ENDLESS.has(route.url)) continue
      const { status, body } = await ask(as(person), route, newId)
      const isRefused = status === 403 && body.code === 'not_permitted'
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other kinds of access were left out above
      const may = mayAny([role], route.permission as Parameters<typeof mayAny>[1])
      if (isRefused === may || status >= 500) wrong.push(`${nameOf(route)} ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test('no route is there that these tests do not know of', async () => {
    const { app } = await testApp()
    const described = new Set(
      (await routesIn(app)).map(({ method, url }) => `${method} /api${url.replaceAll(PLACE, ':')}`),
    )
    const unknown = placesIn(app.printRoutes({ commonPrefix: false })).filter(
      (place) => !described.has(place),
    )
    expect(unknown.toSorted()).toEqual(OUTSIDE)
  })

  test('every permission of the table is asked for by a route or an action', async () => {
    const { app } = await testApp()
    const asked = new Set((await routesIn(app)).map(({ permission }) => permission))
    expect(asked.size).toBeGreaterThan(5)
    expect([...asked].filter((permission) => permission === undefined)).toEqual([])
  })
})

type World = Awaited<ReturnType<typeof testApp>>['world']

const MARK = 'Zz-foreign-zz'

/** Words of the API whose table has another name. */
const TABLES: Readonly<Record<string, string>> = {
  view: 'saved_views',
  entity: 'legal_entities',
  item: 'open_items',
  finding: 'import_findings',
  entry: 'run_entries',
  version: 'playbook_versions',
  person: 'people',
  owner: 'people',
  assignee: 'people',
  collector: 'people',
  manager: 'people',
  seller: 'people',
  holder: 'people',
  parent: 'customers',
}

function tableOf(word: string, names: readonly string[]): string | undefined {
  const noun = word
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll('-', '_')
  const guesses = [TABLES[noun], noun, `${noun}s`, `${noun.replace(/y$/, 'ie')}s`]
  return guesses.find((guess) => guess !== undefined && names.includes(guess))
}

/**
 * What to put where ids are asked for: the row that the name of the place means; if it means none,
 * every row in turn; and a customer everywhere.
 */
function guessesFor({ ids }: Everything, { url, parameters }: Route): IdFor[] {
  const names = [...ids.keys()]
  const customer = ids.get('customers') ?? ''
  const meant = (name: string) => {
    const [, collection = ''] = new RegExp(`([a-z-]+)/\\{${name}\\}`).exec(url) ?? []
    const word = name === 'id' ? collection : name.replace(/Ids?$/, '')
    return tableOf(word, names) ?? tableOf(collection, names)
  }
  const byName: IdFor = (name) => ids.get(meant(name) ?? '') ?? customer
  const inPath = parameters.filter((name) => /id$/i.test(name))
  if (inPath.length === 0) return [byName]
  const isClear = inPath.every((name) => meant(name) !== undefined)
  const others = isClear ? [customer] : [...ids.values()]
  return [byName, ...others.map((id) => () => id)]
}

function takesIds(route: Route): boolean {
  let isAsked = false
  requestOf(route, () => {
    isAsked = true
    return newId()
  })
  return isAsked
}

type Attempt = {
  readonly app: Awaited<ReturnType<typeof testApp>>
  readonly who: string
  readonly everything: Everything
}

/** Their ids only narrow whom a playbook serves: a foreign one serves nobody. */
const NARROWED = new Set(
  ['/playbooks', '/playbooks/check', '/playbooks/segment-preview'].flatMap((url) => [
    url,
    `/api${url}`,
  ]),
)

/** Refusals of what does not reach the row: no file came along, or a person or team is not known. */
const BLIND = new Set([
  'file_missing',
  'malformed_request',
  'named_nobody',
  'no_such_person',
  'no_such_team',
])

/** What routes let through although every id that they are given is somebody else's. */
async function breaches({ app, who, everything }: Attempt): Promise<string[]> {
  const wrong: string[] = []
  for (const route of await routesIn(app.app)) {
    if (ENDLESS.has(route.url)) continue
    const takes = takesIds(route)
    // A list that is filtered by a foreign id is an empty list.
    const isFiltered =
      NARROWED.has(route.url) || (route.method === 'GET' && !/\{\w*id\}/i.test(route.url))
    for (const idFor of guessesFor(everything, route)) {
      const { status, bytes, body } = await ask(app.as(who), route, idFor)
      const isIn = status < 300 && takes && !isFiltered
      const isUnread = status === 422 && body.code === 'malformed_request' && takes
      // Whoever may not see it hears that there is no such thing, and nothing about it.
      const isHinted = takes && !isFiltered && status > 404 && !BLIND.has(String(body.code))
      if (isIn || isHinted || isUnread || status >= 500 || bytes.includes(MARK)) {
        wrong.push(`${nameOf(route)} ${status} ${bytes.toString().slice(0, 200)}`)
      }
    }
  }
  return [...new Set(wrong)]
}

/** Figures that reading brings up to date when a day has begun. */
const KEPT = new Set(['customer_balances', 'customer_standings', 'worklist_rows'])

/** The rows of an organisation, or those about one customer, as they are now. */
async function fingerprintOf(
  world: World,
  organisationId: string,
  customerId?: string,
): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const table of await tenantTables(world)) {
    if (customerId && (!isAboutCustomer(table) || KEPT.has(table.name))) continue
    const { name } = table
    const column = name === 'customers' ? 'id' : 'customer_id'
    const { rows } = await inOrganisation(world.db, organisationId, (tx) =>
      sql<{ print: string }>`
        select coalesce(md5(string_agg(t::text, ';' order by t::text)), '') as print
        from ${sql.table(name)} t
        where ${customerId ? sql`${sql.id(column)} = ${customerId}` : sql`true`}`.execute(tx),
    )
    prints[name] = rows[0]?.print ?? ''
  }
  return prints
}

function markOfCustomers(table: TenantTable): string {
  return isAboutCustomer(table) ? MARK : 'ours'
}

describe('P77 what belongs to others', () => {
  test('no route shows or changes anything of another organisation, whatever id it is given', async () => {
    const app = await testApp()
    const { given, world } = app
    const theirs = await given.organisation({ name: `${MARK} organisation` })
    const personId = await given.in(theirs).person('seller')
    const fields = { markOf: () => MARK, personId, ownerId: personId }
    const everything = await givenEverything(world, theirs, fields)
    const before = await fingerprintOf(world, theirs)

    const who = await given.person(...ROLES)
    expect(await breaches({ app, who, everything })).toEqual([])
    expect(await fingerprintOf(world, theirs)).toEqual(before)
  }, 300_000)

  test('a seller reaches nothing of a colleague’s customer, whatever id they give', async () => {
    const app = await testApp()
    const { given, world, organisation } = app
    const [who, colleague] = [await given.person('seller'), await given.person('seller')]
    const fields = { markOf: markOfCustomers, personId: colleague, ownerId: colleague }
    const everything = await givenEverything(world, organisation, fields)
    const customerId = everything.ids.get('customers')
    const before = await fingerprintOf(world, organisation, customerId)

    expect(await breaches({ app, who, everything })).toEqual([])
    expect(await fingerprintOf(world, organisation, customerId)).toEqual(before)
  }, 300_000)
})
