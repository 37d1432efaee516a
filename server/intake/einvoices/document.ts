import { type Day } from '../../kernel/day.ts'

/**
 * What an e-invoice says, in the terms of EN 16931 (BT and BG numbers). Amounts and texts are the
 * file's own; null means that the file does not say.
 */
export type EinvoiceDocument = {
  readonly syntax: 'ubl' | 'cii' | 'zugferd1'
  readonly kind: 'invoice' | 'credit_note'
  /** BT-1 */
  readonly number: string | null
  /** BT-3, UNTDID 1001 */
  readonly typeCode: string | null
  /** BT-24 */
  readonly guideline: string | null
  /** BT-2 */
  readonly issueDate: Day | null
  /** BT-9, the first when there are instalments. */
  readonly dueDate: Day | null
  /** BT-72 */
  readonly deliveryDate: Day | null
  /** BG-14 */
  readonly period: { readonly start: Day | null; readonly end: Day | null }
  /** BT-5 */
  readonly currency: string | null
  readonly totals: Totals
  /** BG-4 */
  readonly seller: Party
  /** BG-7 */
  readonly buyer: Party
  /** BG-10: who is to be paid when it is not the seller, such as a factor. */
  readonly payee: string | null
  /** BT-10 */
  readonly buyerReference: string | null
  /** BT-13 */
  readonly orderReference: string | null
  /** BT-12 */
  readonly contractReference: string | null
  /** BT-11 */
  readonly projectReference: string | null
  /** BG-3 */
  readonly precedingInvoices: readonly PrecedingInvoice[]
  /** BT-83, the first of the document. */
  readonly paymentReference: string | null
  /** BG-16 */
  readonly paymentMeans: readonly PaymentMeans[]
  readonly terms: Terms
  /** BT-22 */
  readonly notes: readonly string[]
  /** BG-24 with the document itself inside. */
  readonly attachments: readonly Attachment[]
  readonly lineCount: number
  readonly isTest: boolean
  /** The dates as the file has them, readable or not. */
  readonly written: { readonly issueDate: string | null; readonly dueDate: string | null }
}

export type Totals = {
  /** BT-109 */
  readonly net: string | null
  /** BT-112 */
  readonly gross: string | null
  /** BT-113 */
  readonly prepaid: string | null
  /** BT-114 */
  readonly rounding: string | null
  /** BG-DEX-09 of XRechnung: amounts collected for others, due on top of the total. */
  readonly thirdParty: readonly string[]
  /** BT-115 */
  readonly payable: string | null
  /** Currencies that the amounts themselves are marked with, where they are. */
  readonly marked: { readonly gross: string | null; readonly payable: string | null }
}

export type Party = {
  readonly name: string | null
  readonly tradingName: string | null
  /** BT-31, BT-48 */
  readonly vatId: string | null
  /** BT-32: a local tax number. */
  readonly taxId: string | null
  /** BT-30, BT-47 */
  readonly legalId: Identifier | null
  /** BT-34, BT-49: where it receives e-invoices, an address of the Peppol network or an email. */
  readonly endpoint: Identifier | null
  /** BT-29, BT-46 */
  readonly identifiers: readonly Identifier[]
  readonly address: Address
  readonly contact: Contact
}

export type Identifier = { readonly id: string; readonly scheme: string | null }

type Address = {
  readonly lines: readonly string[]
  readonly postcode: string | null
  readonly city: string | null
  readonly region: string | null
  readonly country: string | null
}

type Contact = {
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
}

export type PrecedingInvoice = { readonly number: string; readonly issueDate: Day | null }

export type PaymentMeans = {
  /** BT-81, UNTDID 4461 */
  readonly code: string | null
  readonly reference: string | null
  /** BT-84 as written: an IBAN, a giro number, anything. */
  readonly account: string | null
  readonly accountName: string | null
  readonly bic: string | null
  /** BT-89 */
  readonly mandate: string | null
}

export type Terms = {
  /** BT-20, paragraphs joined. */
  readonly text: string | null
  /** Every due date, with its share where the file gives one. */
  readonly instalments: readonly Instalment[]
  readonly discounts: readonly Discount[]
}

export type Instalment = { readonly dueDate: Day; readonly amount: string | null }

/** So many percent off when paid within so many days; the base amount when it is not all. */
export type Discount = {
  readonly days: number
  readonly percent: string
  readonly base: string | null
}

export type Attachment = {
  readonly name: string
  readonly mimeType: string | null
  readonly description: string | null
  readonly content: Uint8Array
}
