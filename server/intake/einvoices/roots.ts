/** The outermost element of an XML file or of the document in an envelope. */
export type Root = { readonly uri: string; readonly local: string }

/** The invoice languages that are read. */
export type Dialect = 'ubl-invoice' | 'ubl-credit-note' | 'cii' | 'zugferd1'

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:'

const DIALECTS: Readonly<Record<string, Dialect>> = {
  [`${UBL}Invoice-2 Invoice`]: 'ubl-invoice',
  [`${UBL}CreditNote-2 CreditNote`]: 'ubl-credit-note',
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100 CrossIndustryInvoice': 'cii',
  'urn:ferd:CrossIndustryDocument:invoice:1p0 CrossIndustryDocument': 'zugferd1',
}

/** The dialect of an element that is an invoice that can be read; else null. */
export function dialectOf({ uri, local }: Root): Dialect | null {
  return DIALECTS[`${uri} ${local}`] ?? null
}

/** What a foreign XML file is, in words for the user. */
export type ForeignFile = { readonly kind: 'bank_statement' | 'other'; readonly name: string }

type Known = readonly [uri: RegExp, local: RegExp, name: string]

const ANY = /^/

const FOREIGN: readonly Known[] = [
  [ANY, /^FatturaElettronica/, 'an Italian FatturaPA invoice'],
  [/CBFBUY/, /^Invoice$/, 'an invoice in a draft of ZUGFeRD from before version 1.0'],
  [/SCRDMCCBDACIOMessageStructure/, ANY, 'an Order-X order, not an invoice'],
  [/uncefact:data:standard/, /^CrossIndustryInvoice$/, 'a UN/CEFACT invoice of another version'],
  [/uncefact:data:standard/, ANY, 'another UN/CEFACT document, not an invoice'],
  [/ubl:schema:xsd:/, /^AttachedDocument$/, 'a UBL container with a document inside as text'],
  [/ubl:schema:xsd:/, ANY, 'another UBL document, not an invoice or credit note'],
  [/oasis:names:tc:ubl|ubl:Invoice:1/, ANY, 'an invoice in the outdated UBL 1.0'],
  [/facturae/i, ANY, 'a Spanish Facturae invoice'],
  [/ebinterface/i, ANY, 'an Austrian ebInterface invoice'],
  [/crd\.gov\.pl/, /^Faktura$/, 'a Polish KSeF invoice'],
  [/sfti/, ANY, 'a Swedish Svefaktura invoice'],
  [ANY, /^Finvoice$/, 'a Finnish Finvoice invoice'],
  [/isdoc/i, ANY, 'a Czech ISDOC invoice'],
  [/gov\.hu|nav/i, /^InvoiceData$/, 'a Hungarian NAV invoice'],
  [/sat\.gob\.mx/, ANY, 'a Mexican CFDI invoice'],
  [/opentrans/i, ANY, 'an openTRANS document'],
  [ANY, /^cXML$/, 'a cXML document'],
  [ANY, /^(IDOC|INVOIC\d\d)$/, 'an SAP IDoc'],
  [/hr-xml/i, ANY, 'an HR-XML invoice'],
  [/w3\.org\/1999\/xhtml/, ANY, 'a web page'],
  [/w3\.org\/2000\/svg/, ANY, 'a picture'],
  [/schematron|XMLSchema|XSL\/Transform/, ANY, 'a schema or style sheet, not a document'],
]

/** Says what an XML file is that holds no invoice which can be read. */
export function foreignFileOf({ uri, local }: Root): ForeignFile {
  const statement = /iso:std:iso:20022.*(camt\.05[234])/.exec(uri)
  if (statement) return { kind: 'bank_statement', name: statement[1]?.toUpperCase() ?? '' }
  if (/iso:std:iso:20022/.test(uri)) return { kind: 'other', name: 'a payment message of a bank' }
  if (uri === '' && /^(Invoice|CreditNote|CrossIndustryInvoice)$/.test(local)) {
    return { kind: 'other', name: `an XML file <${local}> without the namespace of its standard` }
  }
  const known = FOREIGN.find(([ofUri, ofLocal]) => ofUri.test(uri) && ofLocal.test(local))
  return { kind: 'other', name: known?.[2] ?? `an XML file <${local}>` }
}
