import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { ciiInvoice, pdfWith, ublInvoice } from '../testing/einvoices.ts'
import { inspectCommand } from './inspect.ts'

const TABLE =
  'Kunde;Rechnung;Datum;Fällig;Betrag;Währung\nZoë;A-1;28.02.2026;31.03.2026;1.119,00;EUR\n'

let folder = ''
let printed: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'))
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line))
  process.exitCode = 0
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
  process.exitCode = 0
})

function given(name: string, content: string | Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

async function inspect(...words: string[]): Promise<{ text: string; exitCode: unknown }> {
  await inspectCommand().parseAsync(words, { from: 'user' })
  return { text: printed.join('\n'), exitCode: process.exitCode }
}

async function inspectJson(...files: string[]): Promise<Record<string, unknown>[]> {
  await inspect(...files, '--json')
  return printed.map((line) => JSON.parse(line))
}

describe('for scripts', () => {
  test('each file is one line that begins with its name', async () => {
    const files = [given('a.xml', ublInvoice()), given('b.csv', TABLE), given('c.bin', 'UNA:+.? ')]
    const lines = await inspectJson(...files)
    expect(lines.map(({ file }) => file)).toEqual(files)
    expect(printed.every((line) => line.startsWith('{"file":'))).toBe(true)
    expect(printed.every((line) => !line.includes('\n'))).toBe(true)
  })

  test('a file is known by its content, whatever its name says', async () => {
    const lines = await inspectJson(
      given('table.pdf', TABLE),
      given('invoice.csv', ciiInvoice()),
      given('invoice.txt', pdfWith([{ name: 'factur-x.xml', content: ciiInvoice() }])),
    )
    expect(lines).toMatchObject([{ format: 'csv' }, { format: 'cii' }, { format: 'facturx' }])
  })

  test('a table has its columns, encoding, separators, date order, row count and totals', async () => {
    const [line] = await inspectJson(given('b.csv', TABLE))
    expect(line).toMatchObject({
      encoding: 'utf-8',
      delimiter: ';',
      decimal: ',',
      dateOrder: 'dmy',
      rowCount: 1,
      totals: [{ currency: 'EUR', sum: '1119.00' }],
    })
  })

  test('what cannot be opened is a line like any other', async () => {
    mkdirSync(join(folder, 'more'))
    const lines = await inspectJson(join(folder, 'more'), join(folder, 'none.xml'), '/dev/null')
    expect(lines).toMatchObject([
      { format: 'unsupported', findings: [{ code: 'file_is_a_folder' }] },
      { format: 'unsupported', findings: [{ code: 'file_not_found' }] },
      { format: 'unsupported', findings: [{ code: 'file_is_special' }] },
    ])
  })
})

describe('the exit code', () => {
  test('is 0 when all could be read', async () => {
    const { exitCode } = await inspect(given('a.xml', ublInvoice()), given('b.csv', TABLE))
    expect(exitCode).toBe(0)
  })

  test('is 0 when an invoice has a flaw but can be read', async () => {
    expect(await inspect(given('a.xml', ublInvoice({ Buyer: '' })))).toMatchObject({ exitCode: 0 })
  })

  test.each([
    ['no invoice', '<order/>'],
    ['empty', ''],
    ['no table', 'Dear all,\nhello'],
    ['cut off', ublInvoice().slice(0, 300)],
  ])('is 2 when one could not: %s', async (_, content) => {
    const { exitCode } = await inspect(given('a', ublInvoice()), given('b', content))
    expect(exitCode).toBe(2)
  })

  test('is 2 when one is not there, and the others are still told', async () => {
    const { exitCode, text } = await inspect('not-there', given('a.xml', ublInvoice()))
    expect(exitCode).toBe(2)
    expect(text).toContain('Invoice A-1')
    expect(text).toContain('2 files: 1 can be read, 1 cannot.')
  })
})

describe('for people', () => {
  test('an invoice is a sentence', async () => {
    const { text } = await inspect(given('a.xml', ublInvoice()))
    expect(text).toContain('An e-invoice (UBL), one document:')
    expect(text).toContain('Invoice A-1 of 2026-03-01, due 2026-03-31: 119.00 EUR')
    expect(text).toContain('from Nordlicht GmbH to Café Zoë.')
  })

  test('a table is told column by column', async () => {
    const { text } = await inspect(given('b.csv', TABLE))
    expect(text).toContain('one row; UTF-8, columns parted by semicolon, decimal comma')
    expect(text).toContain('E "Betrag" is the')
    expect(text).toContain('Sum of "Betrag": 1119.00 EUR in 1 rows.')
  })

  test('what is wrong is told with what to do', async () => {
    const { text } = await inspect(given('a.pdf', pdfWith([])))
    expect(text).toMatch(/✗ This PDF has no invoice data inside.*import the amounts/)
  })

  test('names in a file cannot move the cursor of the terminal', async () => {
    const name = '<cbc:ID>A&#13;&#10;B</cbc:ID>'
    const { text } = await inspect(given('a.xml', ublInvoice({ ID: name })))
    expect(text).toContain('Invoice A B of')
  })
})
