import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'
import { candidatesIn, candidatesOfName } from './rules/numbers.ts'

async function pdf(text: string): Promise<Buffer> {
  const document = await PDFDocument.create()
  const page = document.addPage()
  page.drawText(text, { font: await document.embedFont(StandardFonts.Helvetica), size: 12 })
  return Buffer.from(await document.save())
}

async function withInvoices() {
  const all = await office()
  const customerId = await all.given.customer({
    number: 'K1',
    name: 'Alpha GmbH',
    vatId: 'DE123456789',
  })
  const first = await all.given.invoice(customerId, { number: 'INV/2026/0017' })
  const second = await all.given.invoice(customerId, { number: 'RE-4711' })
  const drop = async (name: string, content: Buffer) => {
    const [id = ''] = await all.imports.upload(all.entity, [
      { name, content, type: 'application/pdf' },
    ])
    return all.imports.settle(id)
  }
  return { ...all, customerId, first, second, drop }
}

describe('a PDF', () => {
  test('is attached to the document whose number is in its name', async () => {
    const { drop, first, asker, customerId } = await withInvoices()
    const seen = await drop('Invoice_INV-2026-0017.pdf', await pdf('nothing'))
    expect(seen).toMatchObject({
      state: 'applied',
      format: 'evidence',
      attachedTo: { receivableId: first.id, number: 'INV/2026/0017', customerName: 'Alpha GmbH' },
    })
    const { body } = await asker.get(`/customers/${customerId}/evidence`)
    expect(body.evidence).toMatchObject([
      { receivable: { number: 'INV/2026/0017' }, kind: 'invoice' },
    ])
  })

  test('is attached to the document whose number is in its text', async () => {
    const { drop, second } = await withInvoices()
    expect(await drop('scan0001.pdf', await pdf('Rechnung RE-4711 vom 1. Januar'))).toMatchObject({
      state: 'applied',
      attachedTo: { receivableId: second.id },
    })
  })

  test('with no number, or several, waits for somebody to say', async () => {
    const { drop, first, asker, given } = await withInvoices()
    const none = await drop('scan.pdf', await pdf('hello'))
    expect(none.state).toBe('to_match')
    const several = await drop('scan.pdf', await pdf('INV/2026/0017 and RE-4711'))
    const { body } = await asker.get(`/imports/${several.id}/findings`)
    expect(body.rows).toMatchObject([
      { code: 'evidence_matches_several', details: { numbers: 'INV/2026/0017, RE-4711' } },
    ])

    const reply = await asker.post(`/imports/${none.id}/match`, {
      receivableId: first.id,
      kind: 'delivery_note',
    })
    expect(reply.body).toMatchObject({ state: 'applied', attachedTo: { number: 'INV/2026/0017' } })
    expect(await asker.post(`/imports/${none.id}/match`, { receivableId: first.id })).toMatchObject(
      { status: 409 },
    )
    const other = await given.legalEntity()
    const customer = await given.customer({ legalEntityId: other })
    const theirs = await given.invoice(customer, { number: 'X1' })
    const refused = await asker.post(`/imports/${several.id}/match`, { receivableId: theirs.id })
    expect(refused).toMatchObject({ status: 409, body: { code: 'receivable_of_other_entity' } })
  })
})

test('several files dropped at once go their own ways', async () => {
  const { imports, entity } = await withInvoices()
  const ids = await imports.upload(entity, [
    { name: 'RE-4711.pdf', content: await pdf('x'), type: 'application/pdf' },
    {
      name: 'ledger.csv',
      content: 'Customer no;Invoice no;Due date;Open amount\nK1;R1;04.02.2026;10,00',
    },
    { name: 'page.xls', content: '<html><table></table></html>' },
  ])
  const states = await Promise.all(ids.map(async (id) => (await imports.settle(id)).state))
  expect(states).toEqual(['applied', 'to_map', 'refused'])
})

const UBL = `<?xml version="1.0"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>NUMBER</cbc:ID><cbc:IssueDate>2026-01-10</cbc:IssueDate><cbc:DueDate>2026-02-09</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:OrderReference><cbc:ID>PO-9</cbc:ID></cac:OrderReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyLegalEntity><cbc:RegistrationName>Example Ltd</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PostalAddress><cbc:StreetName>Weg 1</cbc:StreetName><cbc:CityName>Ulm</cbc:CityName>
      <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>VAT</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>BUYER</cbc:RegistrationName></cac:PartyLegalEntity>
    <cac:Contact><cbc:ElectronicMail>ap@buyer.test</cbc:ElectronicMail></cac:Contact>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:LegalMonetaryTotal>
    <cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">119.00</cbc:TaxInclusiveAmount>
    <cbc:PrepaidAmount currencyID="EUR">19.00</cbc:PrepaidAmount>
    <cbc:PayableAmount currencyID="EUR">100.00</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
</Invoice>`

const ubl = (fields: { number: string; buyer?: string; vat?: string }) =>
  UBL.replace('NUMBER', fields.number)
    .replace('BUYER', fields.buyer ?? 'Neu AG')
    .replace('>VAT<', `>${fields.vat ?? 'DE999999999'}<`)

async function dropped(all: Awaited<ReturnType<typeof office>>, content: string) {
  const [id = ''] = await all.imports.upload(all.entity, [
    { name: 'invoice.xml', content, type: 'text/xml' },
  ])
  const seen = await all.imports.settle(id)
  return seen.state === 'to_apply' ? all.imports.apply(id) : seen
}

describe('an e-invoice', () => {
  test('becomes a document with its customer, prepaid part and original', async () => {
    const all = await office()
    const seen = await dropped(all, ubl({ number: 'E-1' }))
    expect(seen).toMatchObject({
      state: 'applied',
      format: 'einvoice',
      source: { name: 'E-invoices' },
    })
    expect(seen.inspection.documents).toMatchObject([
      { number: 'E-1', buyer: 'Neu AG', payable: '100.00' },
    ])
    expect(await all.documents()).toMatchObject([
      { number: 'E-1', customer: 'DE999999999', dueOn: '2026-02-09', total: 119_00, open: 100_00 },
    ])
    expect(await all.query('select purchase_order from receivables')).toEqual([
      { purchaseOrder: 'PO-9' },
    ])
    expect(await all.query('select kind from evidence')).toEqual([{ kind: 'invoice' }])
    expect(await all.query('select name, country, vat_id from customers')).toEqual([
      { name: 'Neu AG', country: 'DE', vatId: 'DE999999999' },
    ])
  })

  test('twice is once', async () => {
    const all = await office()
    await dropped(all, ubl({ number: 'E-1' }))
    const again = await dropped(all, ubl({ number: 'E-1' }))
    expect(again.difference.receivables).toMatchObject({ new: 0, changed: 0, same: 1 })
    expect(await all.query('select count(*) from evidence')).toEqual([{ count: 1 }])
  })

  test('of a customer that is known by VAT number or name is theirs', async () => {
    const all = await withInvoices()
    await dropped(all, ubl({ number: 'E-1', vat: 'DE123456789', buyer: 'Alpha' }))
    await dropped(all, ubl({ number: 'E-2', vat: '', buyer: 'ALPHA GmbH' }))
    const customers = await all.query<{ number: string }>('select number from customers')
    expect(customers).toEqual([{ number: 'K1' }])
  })

  test('P56 of a document that the ledger file brings is its original, not a second document', async () => {
    const all = await office()
    const ledger =
      'Customer no;Customer name;Invoice no;Invoice date;Due date;Total;Open amount\nK1;Neu AG;E-1;10.01.2026;09.02.2026;119,00;100,00'
    await all.imports.applied(all.entity, ledger)
    await dropped(all, ubl({ number: 'E-1' }))
    expect(await all.documents()).toMatchObject([{ number: 'E-1', customer: 'K1' }])
    expect(await all.query('select count(*) from evidence')).toEqual([{ count: 1 }])
  })

  test('P56 that came before the ledger file is taken over by it', async () => {
    const all = await office()
    await dropped(all, ubl({ number: 'E-1' }))
    const ledger =
      'Customer no;Customer name;Invoice no;Invoice date;Due date;Total;Open amount\nK1;Neu AG;E-1;10.01.2026;09.02.2026;119,00;100,00'
    await all.imports.applied(all.entity, ledger)
    expect(await all.documents()).toHaveLength(1)
    const again = await all.imports.compared(all.entity, ledger)
    expect(again.difference.receivables).toMatchObject({ same: 1, new: 0 })
  })

  test('that is damaged is refused with its reason', async () => {
    const all = await office()
    const seen = await dropped(all, UBL.slice(0, 900))
    expect(seen.state).toBe('refused')
    const { body } = await all.asker.get(`/imports/${seen.id}/findings`)
    expect(body.rows[0].code).toMatch(/^einvoice_xml/)
  })
})

test('numbers are looked for in names and texts as people write them', () => {
  expect(candidatesOfName('Invoice_INV-2026-0017.pdf')).toContain('INV/2026/0017')
  expect(candidatesOfName('RE 4711 (copy).PDF')).toContain('RE 4711')
  expect(candidatesIn('Rechnung Nr.: RE-4711, fällig')).toContain('RE-4711')
  expect(candidatesIn('a b 1')).toEqual([])
})
