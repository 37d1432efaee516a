import { describe, expect, test } from 'vitest'

import { ciiInvoice, ublCreditNote, ublInvoice, ublTotals } from '../../testing/einvoices.ts'
import { EINVOICE_FINDING_CODES } from './contract.ts'
import { finding } from './findings.ts'
import { type EinvoiceMapping, readEinvoice, receivableOf } from './index.ts'

async function mapped(xml: string, otherwise?: string): Promise<EinvoiceMapping> {
  const [document] = (await readEinvoice(Buffer.from(xml), 'a')).documents
  if (document === undefined) throw new Error('not read')
  return receivableOf(document, otherwise)
}

function owing(amounts: Record<string, string>, payable: string, currency = 'EUR'): string {
  return ublInvoice({
    Currency: `<cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>`,
    Totals: ublTotals(amounts, payable, currency),
  })
}

function ofType(code: string): string {
  return ublInvoice({ TypeCode: `<cbc:InvoiceTypeCode>${code}</cbc:InvoiceTypeCode>` })
}

function part(day: string, amount: string | null): string {
  const share =
    amount === null ? '' : `<ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount>`
  return `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">${day}</udt:DateTimeString></ram:DueDateDateTime>${share}</ram:SpecifiedTradePaymentTerms>`
}

function codes({ findings }: EinvoiceMapping): string[] {
  return findings.map(({ code }) => code)
}

test('an invoice is one open share on its due date', async () => {
  const { receivable, findings } = await mapped(ublInvoice())
  expect(receivable).toMatchObject({
    kind: 'invoice',
    number: 'A-1',
    issuedOn: '2026-03-01',
    dueOn: '2026-03-31',
    currency: 'EUR',
    totalMinor: 119_00,
    prepaidMinor: 0,
    openMinor: 119_00,
    shares: [{ dueOn: '2026-03-31', minor: 119_00 }],
    isSelfBilled: false,
  })
  expect(findings).toEqual([])
})

describe('what is owed', () => {
  test.each([
    [
      'the amount due, prepaid apart',
      owing({ TaxInclusiveAmount: '119', PrepaidAmount: '19' }, '100'),
      'invoice',
      100_00,
      119_00,
    ],
    [
      'the total when no amount due is said',
      ciiInvoice({ totals: '<ram:GrandTotalAmount>119</ram:GrandTotalAmount>' }),
      'invoice',
      119_00,
      119_00,
    ],
    [
      'the total less prepaid when no amount due is said',
      ciiInvoice({
        totals:
          '<ram:GrandTotalAmount>119</ram:GrandTotalAmount><ram:TotalPrepaidAmount>19</ram:TotalPrepaidAmount>',
      }),
      'invoice',
      100_00,
      119_00,
    ],
    [
      'nothing when all is prepaid',
      owing({ TaxInclusiveAmount: '119', PrepaidAmount: '119' }, '0'),
      'invoice',
      0,
      119_00,
    ],
    [
      'a credit when the invoice is negative',
      owing({ TaxInclusiveAmount: '-119' }, '-119'),
      'credit_note',
      119_00,
      119_00,
    ],
    [
      'a credit when more was prepaid',
      owing({ TaxInclusiveAmount: '100', PrepaidAmount: '150' }, '-50'),
      'credit_note',
      50_00,
      50_00,
    ],
    ['a credit by a credit note', ublCreditNote(), 'credit_note', 119_00, 119_00],
    ['whole yen', owing({ TaxInclusiveAmount: '1100' }, '1100', 'JPY'), 'invoice', 1100, 1100],
    [
      'three decimals of a dinar',
      owing({ TaxInclusiveAmount: '1.234' }, '1.234', 'KWD'),
      'invoice',
      1234,
      1234,
    ],
    [
      'zeros behind the cents',
      owing({ TaxInclusiveAmount: '119.00000' }, '119.00000'),
      'invoice',
      119_00,
      119_00,
    ],
    ['half a euro without a zero', owing({ TaxInclusiveAmount: '.5' }, '.50'), 'invoice', 50, 50],
  ])('%s', async (_, xml, kind, openMinor, totalMinor) => {
    const { receivable } = await mapped(xml)
    expect(receivable).toMatchObject({ kind, openMinor, totalMinor })
  })

  test('a credit note with negative amounts stays a credit and is told', async () => {
    const mapping = await mapped(
      ublCreditNote({ Totals: ublTotals({ TaxInclusiveAmount: '-119' }, '-119') }),
    )
    expect(mapping.receivable).toMatchObject({ kind: 'credit_note', openMinor: 119_00 })
    expect(codes(mapping)).toEqual(['negative_credit_note'])
  })

  test('of Factur-X MINIMUM what is missing to the total was prepaid', async () => {
    const xml = ciiInvoice({
      totals:
        '<ram:GrandTotalAmount>119</ram:GrandTotalAmount><ram:DuePayableAmount>100</ram:DuePayableAmount>',
    })
    expect(codes(await mapped(xml))).toEqual(['totals_differ'])
    const minimum = await mapped(
      xml.replace('urn:cen.eu:en16931:2017', 'urn:factur-x.eu:1p0:minimum'),
    )
    const more = xml.replace('<ram:GrandTotalAmount>119', '<ram:GrandTotalAmount>99')
    const odd = await mapped(more.replace('urn:cen.eu:en16931:2017', 'urn:factur-x.eu:1p0:minimum'))
    expect(codes(odd)).toEqual(['totals_differ'])
    expect(minimum).toMatchObject({
      receivable: { openMinor: 100_00, prepaidMinor: 19_00 },
      findings: [],
    })
  })

  test.each([
    [
      'too precise for euros',
      owing({ TaxInclusiveAmount: '119.001' }, '119.00'),
      'amount_too_precise',
    ],
    [
      'too precise for yen',
      owing({ TaxInclusiveAmount: '1100.5' }, '1100', 'JPY'),
      'amount_too_precise',
    ],
    [
      'with a decimal comma',
      owing({ TaxInclusiveAmount: '119,00' }, '119.00'),
      'amount_unreadable',
    ],
    [
      'too large to count exactly',
      owing({ TaxInclusiveAmount: '1' }, '99999999999999999999'),
      'amount_unreadable',
    ],
    ['absent', ublInvoice({ Totals: '' }), 'amount_missing'],
  ])('is never guessed: an amount %s', async (_, xml, code) => {
    const mapping = await mapped(xml)
    expect(mapping.receivable).toBeNull()
    expect(codes(mapping)).toEqual([code])
  })
})

describe('totals that do not add up', () => {
  const third =
    '<cac:PrepaidPayment><cbc:PaidAmount currencyID="EUR">30</cbc:PaidAmount></cac:PrepaidPayment>'
  test.each([
    [
      'by a cent',
      ublInvoice({ Totals: ublTotals({ TaxInclusiveAmount: '119.00' }, '119.01') }),
      ['totals_differ'],
    ],
    [
      'not with a rounding that says so',
      ublInvoice({
        Totals: ublTotals(
          { TaxInclusiveAmount: '119.00', PayableRoundingAmount: '0.01' },
          '119.01',
        ),
      }),
      [],
    ],
    [
      'not with amounts for third parties',
      ublInvoice({ Third: third, Totals: ublTotals({ TaxInclusiveAmount: '119' }, '149') }),
      [],
    ],
  ])('%s', async (_, xml, expected) => {
    expect(codes(await mapped(xml))).toEqual(expected)
  })
})

describe('shares of an invoice in instalments', () => {
  test.each([
    ['as written', part('20260331', '19') + part('20260430', '100'), [19_00, 100_00], []],
    [
      'in the order of their days',
      part('20260430', '100') + part('20260331', '19'),
      [19_00, 100_00],
      [],
    ],
    [
      'the one without amount is the rest',
      part('20260331', '19') + part('20260430', null),
      [19_00, 100_00],
      [],
    ],
    [
      'nothing is believed when they do not sum',
      part('20260331', '19') + part('20260430', '99'),
      [119_00],
      ['instalments_do_not_add_up'],
    ],
    [
      'nothing is believed without amounts',
      part('20260331', null) + part('20260430', null),
      [119_00],
      ['instalments_do_not_add_up'],
    ],
    [
      'nothing is believed when a part is unreadable',
      part('20260331', '1,9') + part('20260430', '100'),
      [119_00],
      ['instalments_do_not_add_up'],
    ],
  ])('%s', async (_, terms, minors, expected) => {
    const mapping = await mapped(ciiInvoice({ terms }))
    expect(mapping.receivable?.shares.map(({ minor }) => minor)).toEqual(minors)
    expect(mapping.receivable?.dueOn).toBe('2026-04-30')
    expect(codes(mapping)).toEqual(expected)
  })

  test.each([
    ['the rest is nothing', part('20260331', '119') + part('20260430', null)],
    [
      'two have no amount',
      part('20260331', '19') + part('20260410', null) + part('20260430', null),
    ],
    ['one is unreadable and the others sum', part('20260331', '1,9') + part('20260430', '119')],
  ])('nothing is believed when %s', async (_, terms) => {
    const mapping = await mapped(ciiInvoice({ terms }))
    expect(mapping.receivable?.shares).toEqual([{ dueOn: '2026-04-30', minor: 119_00 }])
  })

  test('a missing date is not worth a word when nothing is left to pay', async () => {
    const totals = ublTotals({ TaxInclusiveAmount: '119', PrepaidAmount: '119' }, '0')
    const mapping = await mapped(ublInvoice({ DueDate: '', Totals: totals }))
    expect(codes(mapping)).toEqual(['paid_already'])
  })

  test('without any date the terms of the customer decide', async () => {
    const mapping = await mapped(
      ublInvoice({
        DueDate: '',
        T: '<cac:PaymentTerms><cbc:Note>30 dagar</cbc:Note></cac:PaymentTerms>',
      }),
    )
    expect(mapping.receivable).toMatchObject({ dueOn: null, termsText: '30 dagar' })
    expect(mapping.findings).toMatchObject([{ severity: 'info', code: 'due_date_missing' }])
    expect(mapping.findings[0]?.message).toContain('30 dagar')
  })
})

describe('the currency', () => {
  const without = ublInvoice({ Currency: '<cbc:DocumentCurrencyCode/>' })
  test('is that of the amounts when the invoice names none', async () => {
    expect((await mapped(without)).receivable).toMatchObject({ currency: 'EUR' })
  })

  test('may be written small', async () => {
    const mapping = await mapped(owing({ TaxInclusiveAmount: '1' }, '1', 'eur'))
    expect(mapping).toMatchObject({ receivable: { currency: 'EUR' }, findings: [] })
  })

  test('is asked for when nobody names one', async () => {
    const bare = without.replaceAll(' currencyID="EUR"', '')
    expect(await mapped(bare)).toMatchObject({
      receivable: null,
      findings: [{ code: 'currency_missing' }],
    })
    expect((await mapped(bare, 'CHF')).receivable).toMatchObject({
      currency: 'CHF',
      openMinor: 119_00,
    })
  })

  test('must be one', async () => {
    expect(codes(await mapped(owing({}, '1', 'EURO')))).toContain('currency_unknown')
  })

  test('of an amount that is marked otherwise is told', async () => {
    const xml = ublInvoice({ Totals: ublTotals({ TaxInclusiveAmount: '119' }, '119', 'USD') })
    expect(codes(await mapped(xml))).toEqual(['currency_mixed'])
  })
})

describe('what is not booked', () => {
  test.each([
    ['no number', ublInvoice({ ID: '<cbc:ID> </cbc:ID>' }), 'number_missing'],
    ['no issue date', ublInvoice({ IssueDate: '' }), 'issue_date_missing'],
    [
      'an issue date that does not exist',
      ublInvoice({ IssueDate: '<cbc:IssueDate>2026-02-29</cbc:IssueDate>' }),
      'date_unreadable',
    ],
    ['no buyer', ublInvoice({ Buyer: '' }), 'buyer_missing'],
    ['a pro forma invoice', ofType('325'), 'not_a_claim'],
    [
      'a test',
      ciiInvoice({
        context: '<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>',
      }),
      'test_invoice',
    ],
  ])('%s', async (_, xml, code) => {
    const mapping = await mapped(xml)
    expect(mapping.receivable).toBeNull()
    expect(codes(mapping)).toContain(code)
  })

  test.each([
    ['a correction', ofType('384'), 'corrects_another'],
    ['no seller', ublInvoice({ Seller: '' }), 'seller_missing'],
    [
      'a due date before the issue date',
      ublInvoice({ DueDate: '<cbc:DueDate>2026-02-28</cbc:DueDate>' }),
      'due_date_before_issue',
    ],
    [
      'a due date that does not exist',
      ublInvoice({ DueDate: '<cbc:DueDate>31.03.2026</cbc:DueDate>' }),
      'date_unreadable',
    ],
  ])('but %s is, with a word about it', async (_, xml, code) => {
    const mapping = await mapped(xml)
    expect(mapping.receivable).not.toBeNull()
    expect(codes(mapping)).toContain(code)
  })

  test('due on the day of issue is nothing to talk about', async () => {
    const xml = ublInvoice({ DueDate: '<cbc:DueDate>2026-03-01</cbc:DueDate>' })
    expect(codes(await mapped(xml))).toEqual([])
  })
})

test('names lose their line breaks and order references their place holder', async () => {
  const { receivable } = await mapped(
    ublInvoice({ O: '<cac:OrderReference><cbc:ID>NA</cbc:ID></cac:OrderReference>' }).replace(
      'Café Zoë',
      'Café\n     Zoë',
    ),
  )
  expect(receivable).toMatchObject({ buyer: { name: 'Café Zoë' }, orderReference: null })
})

test('a self-billed invoice is marked', async () => {
  const { receivable } = await mapped(
    ublInvoice({ TypeCode: '<cbc:InvoiceTypeCode>389</cbc:InvoiceTypeCode>' }),
  )
  expect(receivable).toMatchObject({ kind: 'invoice', isSelfBilled: true })
})

test.each(EINVOICE_FINDING_CODES)('%s has a sentence', (code) => {
  expect(finding(code).message).toMatch(/^[A-Z].+[^ ]$/)
})
