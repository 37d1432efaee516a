import exceljs from 'exceljs'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { sealEvents } from './access/index.ts'
import { rebuildWorklist } from './collecting/desk/index.ts'
import { inOrganisation } from './database/tenancy.ts'
import { mayAny, type Permission } from './http/permissions.ts'
import { sendDue } from './notifying/send.ts'
import { followNews } from './notifying/tell.ts'
import { collectingApp } from './testing/collecting-app.ts'
import { givenDossier } from './testing/given/dossier.ts'
import { isAboutCustomer, tenantTables } from './testing/given/everything.ts'
import { givenSession } from './testing/given/people.ts'
import { ALWAYS } from './testing/notifying-app.ts'
import { requestOf, routesIn, type Route } from './testing/requests.ts'
import type { Reply } from './testing/test-app.ts'

type App = Awaited<ReturnType<typeof twoTeams>>

/** No other amount has these figures, nor any sum of two of them with the small ones of everybody. */
const FOREIGN_MINOR = 98_765_450_000
const FOREIGN = /zz-?foreign|98765[34]\d|19753\d\d/i

/**
 * Every address that tells sellers or their managers nothing of customers, with the reason. Any
 * other has to show what is foreign to whose it is, or this test does not prove anything about it.
 */
const QUIET: Readonly<Record<string, string>> = {
  '/setup': 'the installation',
  '/me': 'oneself',
  '/me/device-key': 'oneself',
  '/sessions': 'oneself',
  '/organisation': 'the organisation',
  '/people': 'colleagues',
  '/teams': 'colleagues',
  '/views': 'filters of one’s own and shared ones, as their people wrote them',
  '/legal-entities': 'the organisation',
  '/freshness': 'how old the books are',
  '/exchange-rates': 'rates',
  '/departments': 'the organisation',
  '/mandate-limits': 'the organisation',
  '/notification-habits': 'oneself',
  '/notification-rules': 'rules of the organisation and of one’s own',
  '/team': 'counts by seller; the rows behind them are tried',
  '/demo-mailbox': 'what the recipients got, in a demo company only; server/talking tries it',
  '/demo-mailbox/{id}': 'the same',
  '/demo-mailbox/{id}/page': 'the same',
  '/demo-mailbox/{id}/attachments/{position}': 'the same',
  '/password-links/{token}': 'whoever has the link',
  '/messages/{id}/attachments/{sha256}': 'by its hash; server/collecting/messages tries it',
}

/** Answers of which the status alone says whether one may see them: packed documents and the like. */
const BY_STATUS = /\.pdf$|\/owners$|\/ball$|\/mentionable$|\/file$|\/page$|\/questions$/

/** Two teams with a seller, a manager and customers each; the second one's are foreign to the first. */
async function twoTeams() {
  const app = await collectingApp()
  const { given } = app
  const personOf = (role: 'seller' | 'sales_manager', teamId?: string) =>
    given.personWith({ roles: [role], ...(teamId ? { teamId } : {}) })
  const [ada, otto] = [await personOf('sales_manager'), await personOf('sales_manager')]
  const ours = await given.team({ managerId: ada })
  const theirs = await given.team({ managerId: otto })
  const [sela, cole] = [await personOf('seller', ours), await personOf('seller', theirs)]
  // Somebody means well and names people whom it does not concern.
  const rule = {
    name: 'All of it',
    events: ['dispute.opened', 'approval.asked', 'ball.taken'],
    condition: ALWAYS,
    people: ['owner', 'manager', 'named'],
    named: [sela, ada],
    channels: ['in_app', 'email'],
    targetId: null,
    pace: 'daily',
    isOn: true,
    isMine: false,
  }
  const made = await app.as('administrator').post('/notification-rules', rule)
  expect(made.status).toBe(201)
  return { ...app, ada, otto, sela, cole }
}

/** Both dossiers, and what the jobs make of them: a run, a worklist, news. */
async function withDossiers(app: App) {
  const { given, world, organisation, sela, cole } = app
  const own = await givenDossier(app, { ownerId: sela, word: 'Own', totalMinor: 111_00 })
  const theirs = { ownerId: cole, word: 'Zz-Foreign', totalMinor: FOREIGN_MINOR }
  const foreign = await givenDossier(app, theirs)
  // One group, two sellers: each sees their own members of it.
  for (const [parentId, id] of [
    [foreign.id, own.id],
    [own.id, foreign.other],
  ] as const) {
    await given.within((tx) =>
      tx.updateTable('customers').set({ parentId }).where('id', '=', id).execute(),
    )
  }
  await app.planAndSend()
  await given.freshFacts()
  await rebuildWorklist(world, organisation)
  await sealEvents(world, organisation)
  await followNews(world, organisation)
  return { own, foreign }
}

/** What the live stream tells somebody. */
async function listenTo({ world, organisation }: App, origin: string, personId: string) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const cookie = `goodterms=${await givenSession(world, organisation, personId)}`
  const reply = await fetch(`${origin}/api/live`, { headers: { cookie }, signal: leaving.signal })
  const heard: string[] = []
  const reading = (async () => {
    for await (const chunk of reply.body ?? []) heard.push(Buffer.from(chunk).toString())
  })()
  reading.catch(() => {})
  return () => heard.join('')
}

/** The addresses of a route about one customer or about all: with every way to search and to write. */
function addressesOf(
  route: Route,
  { about, people }: { about: string; people: string[] },
): string[] {
  const { url } = requestOf(route, () => about)
  const [path = ''] = url.split('?')
  const properties = route.query.properties ?? {}
  const required = [...new URL(url, 'http://x').searchParams].filter(([name]) =>
    route.query.required?.includes(name),
  )
  const choices: [string, readonly string[]][] = [
    ['format', ['csv', 'xlsx']],
    ['by', ['customer', 'owner', 'seller']],
    ['scope', ['account', 'group']],
    ['matter', (properties['matter']?.enum ?? []).map(String)],
    ...(properties['matter'] ? [['seller', people] as [string, readonly string[]]] : []),
    ['text' in properties ? 'text' : 'search', ['', 'zz', 'ZZ-FOREIGN-1']],
  ]
  const offered = choices.filter(([name]) => name in properties)
  return offered
    .reduce<Record<string, string>[]>(
      (queries, [name, values]) =>
        queries.flatMap((query) =>
          values.map((value) => (value ? { ...query, [name]: value } : query)),
        ),
      [Object.fromEntries(required)],
    )
    .map((query) => `${path}?${new URLSearchParams(query).toString()}`)
}

async function textOf(reply: Reply): Promise<string> {
  if (!String(reply.headers['content-type']).includes('spreadsheet')) return reply.bytes.toString()
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(reply.bytes).buffer)
  const cells: string[] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => cells.push(JSON.stringify(row.values))))
  return cells.join('\n')
}

const SEPARATORS = /(?<=\d)[.,'\u00A0\u202F ](?=\d)/g

function mayBeAsked({ method, url, permission }: Route): boolean {
  if (method !== 'GET' || url === '/live') return false
  if (['public', 'signed_in', 'member'].includes(permission)) return true
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other kinds of access are answered above
  return mayAny(['seller', 'sales_manager'], permission as Permission)
}

function isAboutOne({ parameters, url }: Route): boolean {
  return parameters.length === 1 && url.startsWith('/customers/{')
}

test('P77 no list, sum, search, document or export tells a seller of a colleague’s customers', async () => {
  const app = await twoTeams()
  const { sela, cole, ada, otto } = app
  const { own, foreign } = await withDossiers(app)
  const askers = new Map([sela, cole, ada, otto].map((id) => [id, app.as(id)]))
  const asked = (who: string, url: string) => (askers.get(who) ?? app.stranger).get(url)

  /** Whether an address tells somebody of the foreign customers. */
  async function tells(who: string, address: string): Promise<boolean> {
    const reply = await asked(who, address)
    if (reply.status >= 500) throw new Error(`${address} answers ${reply.status}`)
    if (reply.status >= 400) return false
    const text = (await textOf(reply)).replaceAll(SEPARATORS, '')
    return FOREIGN.test(text) || foreign.ids.some((id) => text.includes(id))
  }
  async function anyTells(people: readonly string[], route: Route, about: string) {
    for (const address of addressesOf(route, { about, people: [sela, cole, 'none'] })) {
      for (const who of people) if (await tells(who, address)) return true
    }
    return false
  }

  const candidates = await idsAbout(app, [foreign.id, foreign.other])
  const leaking: string[] = []
  const unproven: string[] = []
  const routes = await routesIn(app.app)
  for (const route of routes.filter(mayBeAsked).filter(({ url }) => !(url in QUIET))) {
    const { url } = route
    const isOfAll = route.parameters.length === 0
    if (!isOfAll) {
      // What the colleague opens with an id nobody else opens with the same.
      const ids = isAboutOne(route) ? [foreign.id] : candidates
      const addresses = ids.map((id) => requestOf(route, () => id).url)
      const open = await firstOpen(addresses, (address) => asked(cole, address))
      const isTold = open !== null && (BY_STATUS.test(url) || (await tells(cole, open)))
      if (!isTold) unproven.push(url)
      for (const who of open === null ? [] : [sela, ada]) {
        if ((await asked(who, open ?? '')).status !== 404) leaking.push(url)
      }
    }
    if (isOfAll && !(await anyTells([cole, otto], route, foreign.id))) unproven.push(url)
    const isWorthReading = isOfAll || (isAboutOne(route) && !BY_STATUS.test(url))
    if (isWorthReading && (await anyTells([sela, ada], route, own.id))) leaking.push(url)
  }
  expect(leaking).toEqual([])
  expect(unproven).toEqual([])
  const urls = new Set(routes.map(({ url }) => url))
  expect(Object.keys(QUIET).filter((url) => !urls.has(url))).toEqual([])
}, 300_000)

test('P77 no live update, bell, mail or digest tells a seller of a colleague’s customers', async () => {
  const app = await twoTeams()
  const { sela, cole, ada, otto } = app
  const origin = await app.app.listen({ host: '127.0.0.1', port: 0 })
  const [ours, theirs] = [await listenTo(app, origin, sela), await listenTo(app, origin, cole)]
  const { own, foreign } = await withDossiers(app)
  // What happens to several customers at a time is told without naming any.
  const heard = async (told: () => string, { who, id }: { who: string; id: string }) => {
    await app.as(who).post(`/customers/${id}/comments`, { body: 'They called' })
    return told()
  }
  await expect.poll(() => heard(theirs, { who: cole, id: foreign.id })).toContain(foreign.id)
  await expect.poll(() => heard(ours, { who: sela, id: own.id })).toContain(own.id)
  expect(foreign.ids.filter((id) => ours().includes(id))).toEqual([])

  for (const at of ['2026-03-05T08:00:00Z', '2026-03-09T08:00:00Z']) {
    app.setNow(at)
    await sendDue(app.world, app.organisation)
  }
  const foreignMails = (await app.mail.received()).filter(({ source }) => FOREIGN.test(source))
  const recipients = new Set(foreignMails.flatMap(({ to }) => to))
  const isTo = (who: string) => [...recipients].some((address) => address.includes(who))
  expect([cole, otto, sela, ada].map(isTo)).toEqual([true, true, false, false])
  for (const who of [sela, ada]) {
    const { bytes } = await app.as(who).get('/notifications')
    expect(bytes.toString()).toContain('Own Werke')
    expect(bytes.toString()).not.toMatch(FOREIGN)
  }
}, 120_000)

/** The first address that lets somebody in. */
async function firstOpen(
  addresses: readonly string[],
  ask: (address: string) => Promise<Reply>,
): Promise<string | null> {
  for (const address of addresses) if ((await ask(address)).status < 300) return address
  return null
}

/** The id of every row that is about one of these customers. */
async function idsAbout({ world, organisation }: App, customerIds: readonly string[]) {
  const ids = new Set(customerIds)
  for (const table of await tenantTables(world)) {
    const hasId = table.columns.some(({ name }) => name === 'id')
    if (!isAboutCustomer(table) || !hasId || table.name === 'customers') continue
    const { rows } = await inOrganisation(world.db, organisation, (tx) =>
      sql<{ id: string }>`select id from ${sql.table(table.name)}
        where customer_id = any(${[...customerIds]}::uuid[])`.execute(tx),
    )
    for (const { id } of rows) ids.add(id)
  }
  return [...ids]
}
