import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { inspectTable } from './index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-tables-'))
})
afterAll(() => rm(folder, { recursive: true }))

const HEAD = ['Customer', 'Name', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Currency']

const ROWS = Array.from({ length: 60 }, (_, at) => [
  `K-${at % 9}`,
  `Käufer ${at} "GmbH"`,
  `RE-${1000 + at}`,
  `0${1 + (at % 9)}.11.2026`,
  `2${at % 9}.12.2026`,
  `1.${100 + at},50`,
  'EUR',
])

const TEXT = [HEAD, ...ROWS].map((row) => row.join(';')).join('\n')

const JUNK = [
  '"',
  '""',
  ';',
  '\r',
  '\0',
  '\uFEFF',
  '=cmd()',
  '9'.repeat(400),
  '1e999',
  '31.02.2026',
]

const edit = fc.record({
  at: fc.nat(),
  taken: fc.nat({ max: 80 }),
  put: fc.oneof(
    fc.constantFrom(...JUNK.map((text) => Buffer.from(text))),
    fc.uint8Array({ maxLength: 12 }),
  ),
})

test.each([
  ['a CSV in UTF-8', 'ledger.csv', () => Buffer.from(TEXT), 100],
  ['a CSV in Windows-1252', 'ledger.csv', () => iconv.encode(TEXT, 'windows-1252'), 40],
  ['a CSV in UTF-16', 'ledger.csv', () => iconv.encode(TEXT, 'utf16le', { addBOM: true }), 40],
  ['a workbook', 'ledger.xlsx', workbook, 150],
])(
  '%s that was damaged anywhere is read or refused with a reason',
  async (_, name, make, numRuns) => {
    const whole = await make()
    const path = join(folder, name)
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        await writeFile(path, edits.reduce(edited, whole))
        const { readable, findings, rowCount } = await inspectTable(path)
        expect(readable || findings.length > 0).toBe(true)
        expect(rowCount).toBeLessThanOrEqual(ROWS.length + 500)
      }),
      { numRuns },
    )
  },
)

type Edit = { readonly at: number; readonly taken: number; readonly put: Uint8Array }

function edited(bytes: Buffer, { at, taken, put }: Edit): Buffer {
  const place = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + taken)])
}

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Open items').addRows([HEAD, ...ROWS])
  return Buffer.from(await book.xlsx.writeBuffer())
}
