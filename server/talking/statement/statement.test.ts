import { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

import { getDocumentProxy } from 'unpdf'
import { afterAll, expect, onTestFinished, test } from 'vitest'

import { exampleSnapshot, sparseSnapshot } from '../templates/index.ts'
import { legible } from './fonts.ts'
import { statementCurrency, statementName, statementPdf, stopStatements } from './index.ts'
import type { StatementSnapshot } from './snapshot.ts'

afterAll(() => stopStatements())

async function pagesOf(snapshot: StatementSnapshot, language: string): Promise<string[]> {
  const bytes = await statementPdf(snapshot, language)
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const content = await (await document.getPage(index + 1)).getTextContent()
    return content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return Promise.all(pages)
}

const plain = (text: string) => text.replaceAll(/[\s\u00A0\u202F]+/g, ' ')

test.each([
  [
    'en',
    [
      'Statement of account',
      'Payments received up to and including 15 March 2026',
      '€16,215.50',
      'US$3,600.00',
      'Page 1 of 2',
    ],
  ],
  [
    'de',
    [
      'Kontoauszug',
      'bis einschließlich 15. März 2026',
      '16.215,50 €',
      '3.600,00 $',
      'Seite 1 von 2',
    ],
  ],
  [
    'fr',
    [
      'Relevé de compte',
      'jusqu’au 15 mars 2026 inclus',
      '16 215,50 €',
      '3 600,00 $US',
      'Page 1 sur 2',
    ],
  ],
  [
    'es',
    [
      'Extracto de cuenta',
      'hasta el 15 de marzo de 2026 inclusive',
      '16.215,50 €',
      '3.600,00 US$',
      'Página 1 de 2',
    ],
  ],
])(
  'a statement in %s says what is open, per currency and as of when',
  async (language, expected) => {
    const text = plain((await pagesOf(exampleSnapshot(language), language)).join(' '))

    for (const part of expected) expect(text).toContain(plain(part))
  },
)

test('the same figures give the same bytes', async () => {
  const hashes = await Promise.all(
    [1, 2, 3].map(async () =>
      createHash('sha256')
        .update(await statementPdf(exampleSnapshot('de'), 'de'))
        .digest('hex'),
    ),
  )
  expect(new Set(hashes).size).toBe(1)
})

test('no open item, one, and three hundred over ten pages with their numbers', async () => {
  const example = exampleSnapshot('en')
  const [euro] = example.currencies
  const items = Array.from({ length: 300 }, (_, index) => ({
    ...(euro?.items[index % 5] ?? missing()),
    number: `N${index}`,
  }))
  const many = { ...example, currencies: [statementCurrency('EUR', items, 0, example.asOf)] }

  const none = await pagesOf({ ...example, currencies: [] }, 'en')
  const sparse = await pagesOf(sparseSnapshot('en'), 'en')
  const pages = await pagesOf(many, 'en')

  expect(none.join(' ')).toContain('There are no open items on this account.')
  expect(sparse).toHaveLength(1)
  expect(pages.length).toBeGreaterThan(5)
  expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`)
  for (const { number } of items) expect(pages.join(' ')).toContain(`${number} `)
})

test('P77 what others wrote is set as they wrote it, never read as instructions', async () => {
  const evil = '#import "x" $x^2$ *bold* <b>a</b> #text(red)[hi] `code` @ref // c /* [x] = H'
  const example = exampleSnapshot('en')
  const snapshot = {
    ...example,
    customer: { ...example.customer, name: evil, number: '#panic()' },
    entity: { ...example.entity, paymentDetails: '#sys.inputs' },
  }

  const text = plain((await pagesOf(snapshot, 'en')).join(' '))

  expect(text).toContain('#import "x" $x^2$ *bold* <b>a</b> #text(red)[hi] `code` @ref')
  expect(text).toContain('#panic()')
  expect(text).toContain('#sys.inputs')
})

test.each([
  ['Ångström & Søn', 'Ångström & Søn'],
  ['شركة النور', 'شركة النور'],
  ['Акционерное общество', 'Акционерное общество'],
  ['Ⅻ ﬁn', 'Ⅻ fin'],
  ['株式会社', ''],
  ['Tokyo 株式会社', 'Tokyo'],
  ['😀', ''],
])('%j is set as %j: what no typeface has is left out, not shown as boxes', (text, set) => {
  expect(legible(text)).toBe(set)
})

test('a customer whose name cannot be set is named by number', async () => {
  const example = exampleSnapshot('en')
  const snapshot = { ...example, customer: { ...example.customer, name: '株式会社山田商店' } }

  expect((await pagesOf(snapshot, 'en')).join(' ')).toContain('Customer no. K-10427')
})

test('the file is named in the language of its reader, without signs that files cannot have', () => {
  const example = exampleSnapshot('fr')
  const odd = { ...example, customer: { ...example.customer, number: 'K/1 "<x>"' } }
  expect(statementName(odd, 'fr')).toBe('Relevé-de-compte-K-1-x--2026-03-16.pdf')
})

function missing(): never {
  throw new Error('the example has no euro items')
}

test('a worker whose connection is gone already is retired without more ado', async () => {
  stopStatements()
  const children: ChildProcess[] = []
  const hired = (message: unknown) => {
    const isSpawn = typeof message === 'object' && message !== null && 'process' in message
    if (isSpawn && message.process instanceof ChildProcess) children.push(message.process)
  }
  subscribe('child_process', hired)
  onTestFinished(() => void unsubscribe('child_process', hired))
  await statementPdf(exampleSnapshot('en'), 'en')
  for (const child of children) child.disconnect()
  expect(children).toHaveLength(1)

  expect(() => stopStatements()).not.toThrow()
  expect((await statementPdf(exampleSnapshot('en'), 'en')).subarray(0, 5).toString()).toBe('%PDF-')
})
