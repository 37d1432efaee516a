import { deflateSync } from 'node:zlib'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const CEFACT = 'urn:un:unece:uncefact:data:standard'

/** A UBL invoice of 119.00 EUR; `parts` replaces or adds what stands under the root, by name. */
export function ublInvoice(parts: Readonly<Record<string, string>> = {}): string {
  const all: Record<string, string> = {
    CustomizationID: '<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>',
    ID: '<cbc:ID>A-1</cbc:ID>',
    IssueDate: '<cbc:IssueDate>2026-03-01</cbc:IssueDate>',
    DueDate: '<cbc:DueDate>2026-03-31</cbc:DueDate>',
    TypeCode: '<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>',
    Currency: '<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>',
    Seller: `<cac:AccountingSupplierParty>${ublParty('Nordlicht GmbH', 'DE811111111')}</cac:AccountingSupplierParty>`,
    Buyer: `<cac:AccountingCustomerParty>${ublParty('Café Zoë', 'FR22222222222')}</cac:AccountingCustomerParty>`,
    Totals: ublTotals({ TaxExclusiveAmount: '100.00', TaxInclusiveAmount: '119.00' }, '119.00'),
    Line: '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cac:Item><cbc:Name>Lamp</cbc:Name></cac:Item></cac:InvoiceLine>',
    ...parts,
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="${UBL}:Invoice-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">${Object.values(all).join('\n')}</Invoice>`
}

export function ublCreditNote(parts: Readonly<Record<string, string>> = {}): string {
  return ublInvoice({
    DueDate: '',
    TypeCode: '<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>',
    ...parts,
  })
    .replace('<Invoice xmlns', '<CreditNote xmlns')
    .replace('Invoice-2', 'CreditNote-2')
    .replace(/<\/Invoice>$/, '</CreditNote>')
}

export function ublParty(name: string, vatId: string, inside = ''): string {
  return `<cac:Party>${inside}<cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>`
}

export function ublTotals(
  amounts: Readonly<Record<string, string>>,
  payable: string,
  currency = 'EUR',
): string {
  const all = Object.entries({ ...amounts, PayableAmount: payable }).map(
    ([name, amount]) => `<cbc:${name} currencyID="${currency}">${amount}</cbc:${name}>`,
  )
  return `<cac:LegalMonetaryTotal>${all.join('')}</cac:LegalMonetaryTotal>`
}

type CiiParts = {
  readonly type?: string
  readonly header?: string
  readonly agreement?: string
  readonly settlement?: string
  readonly terms?: string
  readonly totals?: string
  readonly context?: string
}

const CII_TOTALS =
  '<ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount><ram:GrandTotalAmount>119.00</ram:GrandTotalAmount><ram:DuePayableAmount>119.00</ram:DuePayableAmount>'

const CII_TERMS =
  '<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260331</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>'

/** A UN/CEFACT invoice of 119.00 EUR. */
export function ciiInvoice(parts: CiiParts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="${CEFACT}:CrossIndustryInvoice:100" xmlns:ram="${CEFACT}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${CEFACT}:UnqualifiedDataType:100" xmlns:qdt="${CEFACT}:QualifiedDataType:100">
<rsm:ExchangedDocumentContext>${parts.context ?? ''}<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument>${parts.header ?? ciiHeader('A-1', '20260301', parts.type)}</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement>${ciiParties()}${parts.agreement ?? ''}</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/>
<ram:ApplicableHeaderTradeSettlement>${parts.settlement ?? ''}<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>${parts.terms ?? CII_TERMS}<ram:SpecifiedTradeSettlementHeaderMonetarySummation>${parts.totals ?? CII_TOTALS}</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`
}

/** The same invoice in the words of ZUGFeRD 1.0. */
export function zugferd1Invoice(parts: CiiParts = {}): string {
  return ciiInvoice(parts)
    .replace(`${CEFACT}:CrossIndustryInvoice:100`, 'urn:ferd:CrossIndustryDocument:invoice:1p0')
    .replaceAll(':CrossIndustryInvoice', ':CrossIndustryDocument')
    .replaceAll('rsm:ExchangedDocumentContext', 'rsm:SpecifiedExchangedDocumentContext')
    .replaceAll('rsm:ExchangedDocument>', 'rsm:HeaderExchangedDocument>')
    .replaceAll('rsm:SupplyChainTrade', 'rsm:SpecifiedSupplyChainTrade')
    .replaceAll('ApplicableHeaderTrade', 'ApplicableSupplyChainTrade')
    .replaceAll('SettlementHeaderMonetary', 'SettlementMonetary')
}

export function ciiHeader(number: string, issued: string, type = '380'): string {
  return `<ram:ID>${number}</ram:ID><ram:TypeCode>${type}</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">${issued}</udt:DateTimeString></ram:IssueDateTime>`
}

function ciiParties(): string {
  return (
    ciiParty('Seller', 'Nordlicht GmbH', 'DE811111111') +
    ciiParty('Buyer', 'Café Zoë', 'FR22222222222')
  )
}

function ciiParty(role: string, name: string, vatId: string): string {
  return `<ram:${role}TradeParty><ram:Name>${name}</ram:Name><ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/113/40209</ram:ID></ram:SpecifiedTaxRegistration><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatId}</ram:ID></ram:SpecifiedTaxRegistration></ram:${role}TradeParty>`
}

type PdfFile = { readonly name: string; readonly content: string | Buffer }

type PdfOddities = {
  /** Where the catalog names the files. */
  readonly place?: 'names' | 'kids' | 'af' | 'annotation' | 'nowhere'
  readonly packing?: keyof typeof PACKINGS
  /** Pack everything but the streams into an object stream. */
  readonly objectStream?: 'plain' | 'predicted'
  readonly length?: 'right' | 'wrong' | 'reference'
  readonly trailer?: string
}

/** A small PDF with files inside, as regular or as odd as asked for. */
export function pdfWith(files: readonly PdfFile[], odd: PdfOddities = {}): Buffer {
  const specs = files.map((_, index) => `${10 + 2 * index} 0 R`)
  const names = files.map(({ name }, index) => `(${name}) ${specs[index]}`).join(' ')
  const places = {
    names: `/Names << /EmbeddedFiles << /Names [${names}] >> >>`,
    kids: '/Names << /EmbeddedFiles << /Kids [7 0 R] >> >>',
    af: `/AF [${specs.join(' ')}]`,
    annotation: '',
    nowhere: '',
  }
  const plain = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${places[odd.place ?? 'names']} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R] >>'],
    [7, `<< /Limits [(a) (z)] /Names [${names}] >>`],
  ])
  if (odd.place === 'annotation') {
    plain.set(4, `<< /Type /Annot /Subtype /FileAttachment /FS ${specs[0]} >>`)
  }
  files.forEach(({ name }, index) => {
    const stream = `${11 + 2 * index} 0 R`
    plain.set(
      10 + 2 * index,
      `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${stream} >> >>`,
    )
  })
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')]
  if (odd.objectStream) parts.push(objectStream(plain, odd.objectStream))
  else
    for (const [number, body] of plain)
      parts.push(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`))
  files.forEach(({ content }, index) => {
    parts.push(fileStream(11 + 2 * index, Buffer.from(content), odd))
  })
  parts.push(Buffer.from(odd.trailer ?? 'trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'))
  return Buffer.concat(parts)
}

const PACKINGS = {
  flate: (content: Buffer) => ({ filter: '/Filter /FlateDecode', data: deflateSync(content) }),
  none: (data: Buffer) => ({ filter: '', data }),
  hex: (content: Buffer) => ({
    filter: '/Filter [/ASCIIHexDecode]',
    data: Buffer.from(`${content.toString('hex')}>`),
  }),
  ascii85: (content: Buffer) => ({
    filter: '/Filter /ASCII85Decode',
    data: Buffer.from(ascii85(content)),
  }),
}

function fileStream(number: number, content: Buffer, odd: PdfOddities): Buffer {
  const { filter, data } = PACKINGS[odd.packing ?? 'flate'](content)
  const lengths = { right: String(data.length), wrong: '7', reference: '99 0 R' }
  const length = lengths[odd.length ?? 'right']
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<< /Type /EmbeddedFile /Subtype /text#2Fxml ${filter} /Length ${length} >>\nstream\n`,
    ),
    data,
    Buffer.from('\nendstream\nendobj\n'),
    Buffer.from(odd.length === 'reference' ? `99 0 obj\n${data.length}\nendobj\n` : ''),
  ])
}

function objectStream(objects: ReadonlyMap<number, string>, how: 'plain' | 'predicted'): Buffer {
  const bodies = [...objects.values()].map((body) => `${body} `)
  let offset = 0
  const index = [...objects.keys()].map((number, at) => {
    const pair = `${number} ${offset}`
    offset += bodies[at]?.length ?? 0
    return pair
  })
  const first = `${index.join(' ')}\n`
  const text = Buffer.from(first + bodies.join(''))
  const width = 5
  const rows = Array.from({ length: Math.ceil(text.length / width) }, (_, row) =>
    Buffer.concat([Buffer.from([2]), upDifferences(text, row * width, width)]),
  )
  const data = deflateSync(how === 'plain' ? text : Buffer.concat(rows))
  const parameters = how === 'plain' ? '' : `/DecodeParms << /Predictor 12 /Columns ${width} >>`
  return Buffer.concat([
    Buffer.from(
      `50 0 obj\n<< /Type /ObjStm /N ${objects.size} /First ${first.length} /Filter /FlateDecode ${parameters} /Length ${data.length} >>\nstream\n`,
    ),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

function upDifferences(text: Buffer, start: number, width: number): Buffer {
  return Buffer.from(
    [...text.subarray(start, start + width)].map(
      (byte, column) => byte - (start === 0 ? 0 : (text[start - width + column] ?? 0)),
    ),
  )
}

function ascii85(content: Buffer): string {
  let out = ''
  for (let at = 0; at < content.length; at += 4) {
    const group = content.subarray(at, at + 4)
    let value = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + (group[index] ?? 0), 0)
    let digits = ''
    for (let digit = 0; digit < 5; digit++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits
      value = Math.floor(value / 85)
    }
    out += group.length === 4 && digits === '!!!!!' ? 'z' : digits.slice(0, group.length + 1)
  }
  return `${out}~>`
}
