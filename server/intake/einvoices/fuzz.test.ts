import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  ciiInvoice,
  pdfWith,
  ublCreditNote,
  ublInvoice,
  zugferd1Invoice,
} from '../../testing/einvoices.ts'
import { type EinvoiceMapping, inspectEinvoice, readEinvoice, receivableOf } from './index.ts'

const ORIGINALS = [
  Buffer.from(ublInvoice()),
  Buffer.from(ublCreditNote()),
  Buffer.from(ciiInvoice()),
  Buffer.from(zugferd1Invoice()),
  Buffer.from(`\uFEFF${ublInvoice()}`, 'utf16le'),
  pdfWith([{ name: 'factur-x.xml', content: ciiInvoice() }], { packing: 'none' }),
  pdfWith([{ name: 'factur-x.xml', content: ciiInvoice() }], { objectStream: 'predicted' }),
]

const original = fc.constantFrom(...ORIGINALS)

/** What is wrong with the answer to some bytes: nothing, whatever the bytes. */
async function complaintsAbout(bytes: Uint8Array): Promise<string[]> {
  const { format, documents, findings } = await inspectEinvoice(bytes, 'any')
  const { documents: read } = await readEinvoice(bytes, 'any')
  return [
    ...((format === 'unsupported') === (documents.length === 0)
      ? []
      : [`${format} with documents`]),
    ...(documents.length + findings.length > 0 ? [] : ['silence']),
    ...findings.map(({ message }) => message).filter((message) => !SENTENCE.test(message)),
    ...read.filter((document) => !isExact(receivableOf(document))).map(() => 'shares'),
  ]
}

/** One line that ends; what it quotes from the file may be anything. */
const SENTENCE = /^[A-Z].{10,}$/

function isExact({ receivable }: EinvoiceMapping): boolean {
  if (receivable === null) return true
  const minors = receivable.shares.map(({ minor }) => minor)
  const isWhole = minors.every((minor) => Number.isSafeInteger(minor) && minor >= 0)
  return isWhole && minors.reduce((sum, minor) => sum + minor, 0) === receivable.openMinor
}

describe('never throws and always says something', () => {
  test('when a file is cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(original, fc.nat(), async (bytes, at) => {
        expect(await complaintsAbout(bytes.subarray(0, at % bytes.length))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('when bytes are changed', async () => {
    const change = fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) })
    await fc.assert(
      fc.asyncProperty(
        original,
        fc.array(change, { minLength: 1, maxLength: 20 }),
        async (bytes, changes) => {
          const changed = Buffer.from(bytes)
          for (const { at, byte } of changes) changed[at % changed.length] = byte
          expect(await complaintsAbout(changed)).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('when pieces are swapped, doubled and removed', async () => {
    await fc.assert(
      fc.asyncProperty(
        original,
        original,
        fc.array(fc.nat(), { maxLength: 8 }),
        async (one, two, cuts) => {
          const places = cuts.map((cut) => cut % one.length)
          const pieces = places.map((place, index) =>
            (index % 2 ? one : two).subarray(place, place + 400),
          )
          expect(
            await complaintsAbout(
              Buffer.concat([one.subarray(0, places[0] ?? one.length), ...pieces]),
            ),
          ).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('when a value says anything', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        '-0',
        '1e9',
        '١٢',
        '99999999999999999999',
        '0.001',
        '2026-02-30',
        '20261301',
      ),
    )
    await fc.assert(
      fc.asyncProperty(value, value, async (first, second) => {
        const [a, b] = [first, second].map((text) => text.replace(/[<&\]]|[^\P{C}]/gu, ''))
        const invoice = ublInvoice({
          ID: `<cbc:ID>${a}</cbc:ID>`,
          DueDate: `<cbc:DueDate>${b}</cbc:DueDate>`,
          Currency: `<cbc:DocumentCurrencyCode>${b}</cbc:DocumentCurrencyCode>`,
        }).replace('119.00', String(a))
        expect(await complaintsAbout(Buffer.from(invoice))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('when the bytes mean nothing', async () => {
    const start = fc.constantFrom(
      '',
      '<',
      '<?xml',
      '%PDF-1.7\n',
      '%PDF-1.7\n1 0 obj',
      '\u00ff\u00fe<',
    )
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 500 }), async (head, rest) => {
        const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest])
        expect(await complaintsAbout(bytes)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
