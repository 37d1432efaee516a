import { describe, expect, test } from 'vitest'

import { ublCreditNote, ublInvoice, ublParty, ublTotals } from '../../testing/einvoices.ts'
import { type EinvoiceDocument, inspectEinvoice, readEinvoice } from './index.ts'

async function read(xml: string): Promise<EinvoiceDocument | undefined> {
  return (await readEinvoice(Buffer.from(xml), 'a.xml')).documents[0]
}

function ofType(code: string): string {
  return ublInvoice({ TypeCode: `<cbc:InvoiceTypeCode>${code}</cbc:InvoiceTypeCode>` })
}

function identified(scheme: string, id: string): string {
  return `<cac:PartyIdentification><cbc:ID schemeID="${scheme}">${id}</cbc:ID></cac:PartyIdentification>`
}

function dueByMeans(day: string): string {
  return `<cac:PaymentMeans><cbc:PaymentDueDate>${day}</cbc:PaymentDueDate></cac:PaymentMeans>`
}

function paidInto(account: string): string {
  return `<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cbc:PaymentID>RF18 5390</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>${account}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`
}

test('a UBL invoice is told in the agreed words and no others', async () => {
  expect(await inspectEinvoice(Buffer.from(ublInvoice()), 'in/a.xml')).toEqual({
    file: 'in/a.xml',
    format: 'ubl',
    documents: [
      {
        kind: 'invoice',
        number: 'A-1',
        typeCode: '380',
        issueDate: '2026-03-01',
        dueDate: '2026-03-31',
        currency: 'EUR',
        netTotal: '100.00',
        grossTotal: '119.00',
        prepaid: null,
        payable: '119.00',
        seller: { name: 'Nordlicht GmbH', vatId: 'DE811111111' },
        buyer: { name: 'Café Zoë', vatId: 'FR22222222222' },
        paymentReference: null,
        ibans: [],
        orderReference: null,
        precedingInvoices: [],
      },
    ],
    findings: [],
  })
})

test('the file comes first in the JSON line', async () => {
  const line = JSON.stringify(await inspectEinvoice(Buffer.from(ublInvoice()), 'a.xml'))
  expect(line).toMatch(/^\{"file":"a\.xml","format":"ubl","documents":/)
})

describe('an invoice or a credit note', () => {
  test.each([
    ['380 in an invoice', ublInvoice(), 'invoice'],
    ['381 in an invoice', ofType('381'), 'credit_note'],
    ['384, a correction', ofType('384'), 'invoice'],
    ['389, self-billed', ofType('389'), 'invoice'],
    ['261, a self-billed credit note', ofType('261'), 'credit_note'],
    ['no type at all', ublInvoice({ TypeCode: '' }), 'invoice'],
    ['a credit note', ublCreditNote(), 'credit_note'],
    ['a credit note without a type', ublCreditNote({ TypeCode: '' }), 'credit_note'],
  ])('%s', async (_, xml, kind) => {
    expect(await read(xml)).toMatchObject({ kind })
  })
})

describe('the due date', () => {
  test.each([
    [
      'of a credit note stands with its means of payment',
      ublCreditNote({ Means: dueByMeans('2026-04-01') }),
      '2026-04-01',
    ],
    [
      'of an invoice may stand there as well',
      ublInvoice({ DueDate: '', Means: dueByMeans('2026-04-02') }),
      '2026-04-02',
    ],
    [
      'of an invoice itself counts first',
      ublInvoice({ Means: dueByMeans('2026-04-02') }),
      '2026-03-31',
    ],
    [
      'may have a time zone',
      ublInvoice({ DueDate: '<cbc:DueDate>2026-03-31+02:00</cbc:DueDate>' }),
      '2026-03-31',
    ],
    ['may be absent', ublInvoice({ DueDate: '' }), null],
    ['may be empty', ublInvoice({ DueDate: '<cbc:DueDate/>' }), null],
    ['may be nonsense', ublInvoice({ DueDate: '<cbc:DueDate>2026-02-30</cbc:DueDate>' }), null],
  ])('%s', async (_, xml, dueDate) => {
    expect(await read(xml)).toMatchObject({ dueDate })
  })

  test('there may be one for each instalment', async () => {
    const terms = ['2026-04-30', '2026-05-31'].map(
      (day) =>
        `<cac:PaymentTerms><cbc:Amount currencyID="EUR">59.50</cbc:Amount><cbc:InstallmentDueDate>${day}</cbc:InstallmentDueDate></cac:PaymentTerms>`,
    )
    expect(await read(ublInvoice({ Terms: terms.join('') }))).toMatchObject({
      dueDate: '2026-04-30',
      terms: {
        instalments: [
          { dueDate: '2026-04-30', amount: '59.50' },
          { dueDate: '2026-05-31', amount: '59.50' },
        ],
      },
    })
  })
})

test('all means of payment are kept, an IBAN told from a giro number', async () => {
  const accounts = [
    'DE79 0000 0000 1234 5678 90',
    '5555-1234',
    'DE79000000001234567890',
    'IBAN: NO9386011117947',
  ]
  const xml = ublInvoice({ Means: accounts.map(paidInto).join('') })

  const [document] = (await inspectEinvoice(Buffer.from(xml), 'a.xml')).documents

  expect(document).toMatchObject({
    paymentReference: 'RF18 5390',
    ibans: ['DE79000000001234567890', 'NO9386011117947'],
  })
  expect((await read(xml))?.paymentMeans.map(({ account }) => account)).toEqual(accounts)
})

test('a party is known by its trading name when it has no other', async () => {
  const party =
    '<cac:Party><cac:PartyName><cbc:Name>Zum Löwen</cbc:Name></cac:PartyName></cac:Party>'
  const xml = ublInvoice({
    Buyer: `<cac:AccountingCustomerParty>${party}</cac:AccountingCustomerParty>`,
  })
  expect(await read(xml)).toMatchObject({ buyer: { name: 'Zum Löwen', vatId: null } })
})

test('a due date with the means of payment does not make instalments of the invoice', async () => {
  const document = await read(ublInvoice({ Means: dueByMeans('2026-04-02') }))
  expect(document?.terms.instalments).toEqual([{ dueDate: '2026-03-31', amount: null }])
})

test('the number of a creditor for direct debits is not who the seller is', async () => {
  const party = ublParty('N', 'DE8', identified('0088', '4000001') + identified('SEPA', 'DE98ZZZ'))
  const seller = `<cac:AccountingSupplierParty>${party}</cac:AccountingSupplierParty>`
  expect(await read(ublInvoice({ Seller: seller }))).toMatchObject({
    seller: { identifiers: [{ id: '4000001', scheme: '0088' }] },
  })
})

test('a VAT number is told from other tax numbers, in any order', async () => {
  const local =
    '<cac:PartyTaxScheme><cbc:CompanyID>12/345</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>'
  const before = ublParty('N', 'DE8', local)
  const after = ublParty('N', 'DE8').replace('<cac:PartyLegal', `${local}<cac:PartyLegal`)
  for (const party of [before, after]) {
    const seller = `<cac:AccountingSupplierParty>${party}</cac:AccountingSupplierParty>`
    const document = await read(ublInvoice({ Seller: seller }))
    expect(document).toMatchObject({ seller: { vatId: 'DE8', taxId: '12/345' } })
  }
})

test('references, attachments and discounts are kept for the import', async () => {
  const xml = ublInvoice({
    Order: '<cac:OrderReference><cbc:ID> PO-7 </cbc:ID></cac:OrderReference>',
    Before: ['X-1', 'X-2']
      .map(
        (id) =>
          `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${id}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`,
      )
      .join(''),
    Attached:
      '<cac:AdditionalDocumentReference><cbc:ID>T</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="hours.csv">YTti\n  Cg==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>',
    Terms:
      '<cac:PaymentTerms><cbc:Note>#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=50.00#\n</cbc:Note></cac:PaymentTerms>',
  })

  const document = await read(xml)

  expect(document).toMatchObject({
    orderReference: 'PO-7',
    precedingInvoices: [{ number: 'X-1' }, { number: 'X-2' }],
    attachments: [{ name: 'hours.csv', mimeType: 'text/csv' }],
    terms: {
      discounts: [
        { days: 14, percent: '2.00', base: null },
        { days: 7, percent: '3.00', base: '50.00' },
      ],
    },
    lineCount: 1,
  })
  expect(Buffer.from(document?.attachments[0]?.content ?? []).toString()).toBe('a;b\n')
})

test('what extensions and lines say is not taken for the invoice', async () => {
  const xml = ublInvoice({
    CustomizationID:
      '<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><ext:UBLExtension><cbc:ID>EXT</cbc:ID></ext:UBLExtension></ext:UBLExtensions>',
    Line: '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cac:SubInvoiceLine><cbc:ID>1.1</cbc:ID></cac:SubInvoiceLine><cac:OrderReference><cbc:ID>L</cbc:ID></cac:OrderReference></cac:InvoiceLine>'.repeat(
      3,
    ),
  })
  expect(await read(xml)).toMatchObject({ number: 'A-1', orderReference: null, lineCount: 3 })
})

test('prefixes, comments and CDATA do not matter', async () => {
  const xml = ublInvoice({ ID: '<cbc:ID><!-- new --><![CDATA[A&]]>1</cbc:ID>' })
    .replaceAll('cbc:', 'basic:')
    .replace('xmlns:cbc', 'xmlns:basic')
    .replace('<Invoice xmlns=', '<inv:Invoice xmlns:inv=')
    .replace('</Invoice>', '</inv:Invoice>')
  expect(await read(xml)).toMatchObject({ number: 'A&1', currency: 'EUR' })
})

test('a prepaid amount and a rounding stand beside the amount due', async () => {
  const amounts = {
    TaxInclusiveAmount: '119.04',
    PrepaidAmount: '19',
    PayableRoundingAmount: '-0.04',
  }
  const file = await inspectEinvoice(
    Buffer.from(ublInvoice({ Totals: ublTotals(amounts, '100') })),
    'a',
  )
  expect(file.documents).toMatchObject([{ prepaid: '19', payable: '100', grossTotal: '119.04' }])
  expect(file.findings).toEqual([])
})
