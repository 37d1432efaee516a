import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'

import { ciiInvoice, pdfWith, ublInvoice, zugferd1Invoice } from '../../../testing/einvoices.ts'
import { readEinvoice } from '../index.ts'

const INVOICE = { name: 'factur-x.xml', content: ciiInvoice() }

describe('the invoice in a PDF is found', () => {
  test.each([
    ['in the name tree of the catalog', {}],
    ['in a name tree with branches', { place: 'kids' }],
    ['only among the associated files', { place: 'af' }],
    ['only in an annotation of a page', { place: 'annotation' }],
    ['though the catalog has lost it', { place: 'nowhere' }],
    ['uncompressed', { packing: 'none' }],
    ['in hexadecimal digits', { packing: 'hex' }],
    ['in base 85', { packing: 'ascii85' }],
    ['behind an object stream', { objectStream: 'plain' }],
    ['behind an object stream with predictor', { objectStream: 'predicted' }],
    ['though the length of its stream is wrong', { length: 'wrong' }],
    ['though the length of its stream stands elsewhere', { length: 'reference' }],
    ['though the trailer is missing', { trailer: '' }],
    ['though the trailer points nowhere', { trailer: 'trailer << /Root 77 0 R >>' }],
  ] as const)('%s', async (_, odd) => {
    const read = await readEinvoice(pdfWith([INVOICE], odd), 'a.pdf')

    expect(read).toMatchObject({ format: 'facturx', documents: [{ number: 'A-1' }] })
  })

  test('as a library writes it', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage([100, 100])
    await pdf.attach(Buffer.from(ciiInvoice()), 'factur-x.xml', { mimeType: 'text/xml' })

    for (const useObjectStreams of [true, false]) {
      const read = await readEinvoice(await pdf.save({ useObjectStreams }), 'a.pdf')
      expect(read).toMatchObject({ format: 'facturx', documents: [{ number: 'A-1' }] })
    }
  })

  test('behind the header of a mail gateway', async () => {
    const pdf = Buffer.concat([Buffer.from('\r\nX-Scanned: yes\r\n'), pdfWith([INVOICE])])
    expect(await readEinvoice(pdf, 'a.pdf')).toMatchObject({ format: 'facturx' })
  })

  test('in its last version when the PDF was updated', async () => {
    const update = pdfWith([{ name: 'factur-x.xml', content: ciiInvoice({ type: '384' }) }])
    const read = await readEinvoice(Buffer.concat([pdfWith([INVOICE]), update]), 'a.pdf')
    expect(read.documents).toMatchObject([{ typeCode: '384' }])
  })

  test.each([
    ['CII', 'factur-x.xml', ciiInvoice(), 'facturx'],
    ['CII under the name of XRechnung', 'xrechnung.xml', ciiInvoice(), 'facturx'],
    ['ZUGFeRD 1.0', 'ZUGFeRD-invoice.xml', zugferd1Invoice(), 'zugferd1'],
    ['UBL', 'invoice.xml', ublInvoice(), 'ubl'],
    ['with a name that tells nothing', 'data.bin', ciiInvoice(), 'facturx'],
  ])('and its format named: %s', async (_, name, content, format) => {
    expect(await readEinvoice(pdfWith([{ name, content }]), 'a.pdf')).toMatchObject({ format })
  })
})

describe('of several files in a PDF', () => {
  test('the other documents are enclosures', async () => {
    const pdf = pdfWith([INVOICE, { name: 'hours.csv', content: 'day;hours\n' }])

    const read = await readEinvoice(pdf, 'a.pdf')

    expect(read.enclosures).toMatchObject([{ name: 'hours.csv', mimeType: 'text/xml' }])
    expect(read.findings).toEqual([])
  })

  test('the younger standard is read, silently when both say the same', async () => {
    const pdf = pdfWith([{ name: 'ZUGFeRD-invoice.xml', content: zugferd1Invoice() }, INVOICE])

    const read = await readEinvoice(pdf, 'a.pdf')

    expect(read).toMatchObject({ format: 'facturx', documents: [{ syntax: 'cii' }], findings: [] })
  })

  test('the younger standard is read whatever the names', async () => {
    const pdf = pdfWith([
      { name: 'a.xml', content: zugferd1Invoice() },
      { name: 'b.xml', content: ciiInvoice() },
    ])
    expect(await readEinvoice(pdf, 'a.pdf')).toMatchObject({ format: 'facturx' })
  })

  test('a readable one is read though a damaged one has the better name, and it is told', async () => {
    const pdf = pdfWith([
      { name: 'factur-x.xml', content: ciiInvoice().slice(0, 900) },
      { name: 'copy.xml', content: ciiInvoice() },
    ])
    expect(await readEinvoice(pdf, 'a.pdf')).toMatchObject({
      format: 'facturx',
      findings: [{ code: 'pdf_several_invoices' }],
    })
  })

  test('a second, different invoice is told', async () => {
    const other = ublInvoice({ ID: '<cbc:ID>B-2</cbc:ID>' })
    const read = await readEinvoice(pdfWith([{ name: 'x.xml', content: other }, INVOICE]), 'a.pdf')

    expect(read.documents).toMatchObject([{ number: 'A-1' }])
    expect(read.findings).toMatchObject([
      { code: 'pdf_several_invoices', details: { used: 'factur-x.xml', ignored: 'x.xml' } },
    ])
  })

  test('an XML file that is no invoice does not disturb', async () => {
    const pdf = pdfWith([{ name: 'a.xml', content: '<order xmlns="urn:x"/>' }, INVOICE])
    expect(await readEinvoice(pdf, 'a.pdf')).toMatchObject({ format: 'facturx', findings: [] })
  })
})

describe('a PDF without a readable invoice says why', () => {
  test.each([
    ['no file inside', pdfWith([]), 'pdf_without_invoice'],
    ['no XML inside', pdfWith([{ name: 'a.csv', content: 'a;b' }]), 'pdf_without_invoice'],
    [
      'encrypted',
      pdfWith([INVOICE], { trailer: 'trailer << /Root 1 0 R /Encrypt 9 0 R >>' }),
      'pdf_encrypted',
    ],
    ['nothing but a header', Buffer.from('%PDF-1.7\n'), 'pdf_damaged'],
    [
      'an order inside',
      pdfWith([
        {
          name: 'o.xml',
          content: '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
        },
      ]),
      'format_not_supported',
    ],
    [
      'damaged XML inside',
      pdfWith([{ name: 'factur-x.xml', content: ciiInvoice().slice(0, 900) }]),
      'xml_cut_off',
    ],
  ])('%s', async (_, pdf, code) => {
    const read = await readEinvoice(pdf, 'a.pdf')
    expect(read).toMatchObject({ format: 'unsupported', documents: [], findings: [{ code }] })
  })

  test('a compression that nobody knows', async () => {
    const pdf = pdfWith([INVOICE], { packing: 'hex' })
      .toString('latin1')
      .replace('ASCIIHexDecode', 'Crypt')
    const read = await readEinvoice(Buffer.from(pdf, 'latin1'), 'a.pdf')
    expect(read.findings).toMatchObject([{ code: 'pdf_attachment_unreadable' }])
  })

  test('a small file that unpacks to more than memory holds', async () => {
    const bomb = pdfWith([{ name: 'factur-x.xml', content: Buffer.alloc(80 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(1_000_000)

    const read = await readEinvoice(bomb, 'a.pdf')

    expect(read.findings).toMatchObject([
      { code: 'pdf_attachment_unreadable', details: { reason: 'too large' } },
    ])
  })

  test.each([
    ['digits without end', `x${'1'.repeat(4_000_000)}`],
    ['objects without end', '1 0 obj '.repeat(400_000)],
    ['strings that never close', '1 0 obj('.repeat(400_000)],
    ['hexadecimal that never closes', '1 0 obj<'.repeat(400_000)],
    ['streams that never end', '1 0 obj<<>>stream\n'.repeat(200_000)],
    ['brackets without end', `1 0 obj${'['.repeat(4_000_000)}`],
  ])('in time that grows with the file only: %s', async (_, body) => {
    const start = performance.now()
    const read = await readEinvoice(Buffer.from(`%PDF-1.7\n${body}`), 'a.pdf')
    expect(read.format).toBe('unsupported')
    // With the square of the size each would take minutes, on any machine.
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
