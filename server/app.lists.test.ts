import exceljs from 'exceljs'
import { expect, test } from 'vitest'

import { rebuildWorklist } from './collecting/desk/index.ts'
import { addDays, day } from './kernel/day.ts'
import { collectingApp } from './testing/collecting-app.ts'
import { requestOf, routesIn, type Route } from './testing/requests.ts'
import type { Asker } from './testing/test-app.ts'

type App = Awaited<ReturnType<typeof collectingApp>>

/** No other amount begins so, nor any sum with the small ones of everybody else. */
const FOREIGN_MINOR = 9_876_000_000
const FOREIGN = /zz-?foreign|9876000/i

/** A customer of a seller with something in every list that there is. */
async function givenMuch(app: App, ownerId: string, word: string, totalMinor: number) {
  const { given, as } = app
  const id = await given.customer({ name: `${word} Werke`, number: `${word}-C`, ownerId })
  await given.contact(id, { name: `${word} Person`, email: `${word.toLowerCase()}@customer.test` })
  const [first, second] = [
    await given.invoice(id, { number: `${word}-1`, totalMinor, sellerId: ownerId, ...dates(20) }),
    await given.invoice(id, {
      number: `${word}-2`,
      totalMinor: 3_00,
      sellerId: ownerId,
      ...dates(5),
    }),
  ]
  await given.dispute(id, second.id, 3_00)
  await given.promise(id, first.openItemId, '2026-03-20')
  await given.hold(id, { receivableId: second.id, days: 20 })
  await given.reply(id)
  await given.payment(id, { amountMinor: 1_00, openItemId: first.openItemId })
  await as('collector').post(`/customers/${id}/tasks`, { kind: 'call', dueOn: '2026-03-05' })
  const other = await given.customer({ name: `${word} Zwei`, number: `${word}-D`, ownerId })
  await given.contact(other, { email: `${word.toLowerCase()}.two@customer.test` })
  const plain = { number: `${word}-3`, totalMinor: 90_00, sellerId: ownerId, ...dates(5) }
  const third = await given.invoice(other, plain)
  const items = [first, second, third].flatMap((one) => [one.id, one.openItemId])
  return { id, other, ids: [id, other, ...items] }
}

function dates(daysLate: number) {
  const dueOn = addDays(day('2026-03-04'), -daysLate)
  return { dueOn, issuedOn: addDays(dueOn, -30) }
}

/** The lists of the API, and what it tells of one customer: with every way to search and to write. */
function addressesOf(route: Route, customerId: string): string[] {
  const isReadable = route.parameters.every((name) => name === 'customerId')
  if (route.method !== 'GET' || route.url === '/live' || !isReadable) return []
  const { url } = requestOf(route, () => customerId)
  const [path = ''] = url.split('?')
  const names = Object.keys(route.query.properties ?? {})
  const required = Object.fromEntries(
    [...new URL(url, 'http://x').searchParams].filter(([name]) =>
      route.query.required?.includes(name),
    ),
  )
  const choices: [string, string[]][] = [
    ['format', ['csv', 'xlsx']],
    ['by', ['customer', 'owner', 'seller']],
    [names.includes('text') ? 'text' : 'search', ['', 'zz', 'ZZ-FOREIGN-1']],
  ]
  const offered = choices.filter(([name]) => names.includes(name))
  return offered
    .reduce<Record<string, string>[]>(
      (queries, [name, values]) =>
        queries.flatMap((query) =>
          values.map((value) => (value ? { ...query, [name]: value } : query)),
        ),
      [{}],
    )
    .map((query) => `${path}?${new URLSearchParams({ ...required, ...query }).toString()}`)
}

async function textOf(reply: Awaited<ReturnType<Asker['get']>>): Promise<string> {
  if (!String(reply.headers['content-type']).includes('spreadsheet')) return reply.bytes.toString()
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(reply.bytes).buffer)
  const cells: string[] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => cells.push(JSON.stringify(row.values))))
  return cells.join('\n')
}

type Eyes = { readonly asker: Asker; readonly about: string; readonly secrets: readonly string[] }

/** The routes in whose answers something of the foreign customer stands. */
async function revealing(app: App, { asker, about, secrets }: Eyes): Promise<string[]> {
  const found = new Set<string>()
  for (const route of await routesIn(app.app)) {
    for (const address of addressesOf(route, about)) {
      const reply = await asker.get(address)
      const text = await textOf(reply)
      if (reply.status >= 500) throw new Error(`${address} answers ${reply.status}`)
      if (FOREIGN.test(text) || secrets.some((id) => text.includes(id))) found.add(route.url)
    }
  }
  return [...found].toSorted()
}

const LISTS = [
  '/ageing',
  '/allocations',
  '/customers',
  '/disputes',
  '/exports/ageing',
  '/exports/allocations',
  '/exports/customers',
  '/exports/open-items',
  '/exports/receivables',
  '/holds',
  '/messages',
  '/open-items',
  '/promises',
  '/receivables',
  '/search',
  '/seller-home',
  '/tasks',
  '/worklist',
]

test('P77 no list, sum, search or export tells a seller of a colleague’s customers', async () => {
  const app = await collectingApp()
  const [sela, cole] = [await app.given.person('seller'), await app.given.person('seller')]
  const manager = await app.given.person('sales_manager')
  const own = await givenMuch(app, sela, 'Own', 111_00)
  const foreign = await givenMuch(app, cole, 'Zz-Foreign', FOREIGN_MINOR)
  await app.planAndSend()
  await app.given.freshFacts()
  await rebuildWorklist(app.world, app.organisation)
  const seenBy = (who: string, about: string) =>
    revealing(app, { asker: app.as(who), about, secrets: foreign.ids })

  // What the colleague sees proves that there is something to hide.
  expect(await seenBy(cole, foreign.id)).toEqual(expect.arrayContaining(LISTS))
  expect(await seenBy(sela, own.id)).toEqual([])
  expect(await seenBy(manager, own.id)).toEqual([])
}, 300_000)
