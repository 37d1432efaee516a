import { describe, expect, test } from 'vitest'

import { ciiHeader, ciiInvoice, zugferd1Invoice } from '../../testing/einvoices.ts'
import { type EinvoiceDocument, inspectEinvoice, readEinvoice } from './index.ts'

async function read(xml: string): Promise<EinvoiceDocument | undefined> {
  return (await readEinvoice(Buffer.from(xml), 'a.xml')).documents[0]
}

function terms(day: string, inside = ''): string {
  return `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">${day}</udt:DateTimeString></ram:DueDateDateTime>${inside}</ram:SpecifiedTradePaymentTerms>`
}

const DISCOUNT =
  '<ram:ApplicableTradePaymentDiscountTerms><ram:BasisPeriodMeasure unitCode="DAY">10</ram:BasisPeriodMeasure><ram:CalculationPercent>2.5</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms>'

test.each([
  ['UN/CEFACT D16B', ciiInvoice(), 'cii'],
  ['ZUGFeRD 1.0', zugferd1Invoice(), 'zugferd1'],
])('%s is told in the same words as UBL', async (_, xml, format) => {
  expect(await inspectEinvoice(Buffer.from(xml), 'a.xml')).toEqual({
    file: 'a.xml',
    format,
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

test.each([
  ['380', 'invoice'],
  ['381', 'credit_note'],
  ['389', 'invoice'],
  ['502', 'credit_note'],
  ['751', 'invoice'],
])('type %s is an %s', async (type, kind) => {
  expect(await read(ciiInvoice({ type }))).toMatchObject({ kind, typeCode: type })
})

describe('a date', () => {
  test.each([
    ['of digits', '20260301', '2026-03-01'],
    ['with dashes', '2026-03-01', '2026-03-01'],
    ['with a time in digits', '202603011530', '2026-03-01'],
    ['with a time', '2026-03-01T15:30:00', '2026-03-01'],
    ['of a month only', '202603', null],
    ['of two digits a year', '260301', null],
    ['that does not exist', '20260230', null],
    ['of a week', '202609', null],
  ])('%s', async (_, written, issueDate) => {
    expect(await read(ciiInvoice({ header: ciiHeader('A-1', written) }))).toMatchObject({
      issueDate,
    })
  })
})

describe('payment terms', () => {
  test('may divide the amount over several days', async () => {
    const partial = '<ram:PartialPaymentAmount>59.50</ram:PartialPaymentAmount>'
    const document = await read(
      ciiInvoice({ terms: terms('20260331', partial) + terms('20260430', partial) }),
    )
    expect(document).toMatchObject({
      dueDate: '2026-03-31',
      terms: { instalments: [{ amount: '59.50' }, { dueDate: '2026-04-30', amount: '59.50' }] },
    })
  })

  test('the day of a discount is not the due date', async () => {
    const document = await read(
      ciiInvoice({ terms: terms('20260311', DISCOUNT) + terms('20260331') }),
    )
    expect(document).toMatchObject({
      dueDate: '2026-03-31',
      terms: { discounts: [{ days: 10, percent: '2.5' }] },
    })
  })

  test('a discount in weeks is not taken for one in days', async () => {
    const weeks = DISCOUNT.replace('"DAY"', '"WEE"')
    const document = await read(ciiInvoice({ terms: terms('20260331', weeks) }))
    expect(document?.terms.discounts).toEqual([])
  })

  test('the day of a discount is better than none', async () => {
    expect(await read(ciiInvoice({ terms: terms('20260311', DISCOUNT) }))).toMatchObject({
      dueDate: '2026-03-11',
    })
  })
})

test('an amount in the currency of the invoice counts, not in that of the tax office', async () => {
  const totals =
    '<ram:GrandTotalAmount currencyID="CZK">2975.00</ram:GrandTotalAmount><ram:GrandTotalAmount currencyID="EUR">119.00</ram:GrandTotalAmount><ram:DuePayableAmount>119.00</ram:DuePayableAmount>'
  expect(await read(ciiInvoice({ totals }))).toMatchObject({ totals: { gross: '119.00' } })
})

test.each([
  ['UN/CEFACT', 'IssuerAssignedID', ciiInvoice],
  ['ZUGFeRD 1.0', 'ID', zugferd1Invoice],
])('references and accounts of %s', async (_, id, write) => {
  const xml = write({
    agreement: `<ram:BuyerOrderReferencedDocument><ram:${id}>PO-7</ram:${id}></ram:BuyerOrderReferencedDocument>`,
    settlement:
      '<ram:PaymentReference>RF18</ram:PaymentReference><ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>NO93 8601 1117 947</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>',
  })
  const [document] = (await inspectEinvoice(Buffer.from(xml), 'a')).documents
  expect(document).toMatchObject({
    orderReference: 'PO-7',
    paymentReference: 'RF18',
    ibans: ['NO9386011117947'],
  })
})

test('a giro account is kept, though it is no IBAN', async () => {
  const settlement =
    '<ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>5555-1234</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>'
  expect(await read(ciiInvoice({ settlement }))).toMatchObject({
    paymentMeans: [{ account: '5555-1234' }],
  })
})

test('the account of the payer is not where to pay', async () => {
  const settlement =
    '<ram:SpecifiedTradeSettlementPaymentMeans><ram:PayerPartyDebtorFinancialAccount><ram:IBANID>NO9386011117947</ram:IBANID></ram:PayerPartyDebtorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>'
  const [document] = (await inspectEinvoice(Buffer.from(ciiInvoice({ settlement })), 'a')).documents
  expect(document?.ibans).toEqual([])
})

test('preceding invoices and the document inside are kept', async () => {
  const document = await read(
    ciiInvoice({
      agreement:
        '<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>T-1</ram:IssuerAssignedID><ram:AttachmentBinaryObject mimeCode="application/pdf">JVBERg==</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>',
      settlement:
        '<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>X-1</ram:IssuerAssignedID><ram:FormattedIssueDateTime><qdt:DateTimeString format="102">20260105</qdt:DateTimeString></ram:FormattedIssueDateTime></ram:InvoiceReferencedDocument>',
    }),
  )
  expect(document).toMatchObject({
    precedingInvoices: [{ number: 'X-1', issueDate: '2026-01-05' }],
    attachments: [{ name: 'T-1', mimeType: 'application/pdf' }],
  })
})

test('a test invoice is recognised', async () => {
  const context = '<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>'
  expect(await read(ciiInvoice({ context }))).toMatchObject({ isTest: true })
})
