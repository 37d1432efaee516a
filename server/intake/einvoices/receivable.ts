import { type Day } from '../../kernel/day.ts'
import { isCurrency } from '../../kernel/money.ts'
import { amountsOf } from './amounts.ts'
import { type EinvoiceFindingCode } from './contract.ts'
import { type Discount, type EinvoiceDocument, type Party } from './document.ts'
import { type EinvoiceFinding, finding, type Note } from './findings.ts'
import { type OpenShare, sharesOf } from './instalments.ts'
import { isSelfBilledType } from './values.ts'

/** An e-invoice as the ledger needs it: whole minor units, never negative, the kind says the rest. */
export type EinvoiceReceivable = {
  /** A negative invoice and one that is overpaid are credits of the customer, as in the ledger. */
  readonly kind: 'invoice' | 'credit_note'
  readonly number: string
  readonly typeCode: string | null
  readonly isSelfBilled: boolean
  readonly issuedOn: Day
  /** The last day to pay; null when the customer's terms decide. */
  readonly dueOn: Day | null
  readonly currency: string
  /** What the document is about: open and prepaid together. */
  readonly totalMinor: number
  readonly prepaidMinor: number
  /** What it asks for, or grants. */
  readonly openMinor: number
  /** Sums to the open amount. */
  readonly shares: readonly OpenShare[]
  readonly discounts: readonly Discount[]
  readonly termsText: string | null
  readonly seller: Party
  readonly buyer: Party
  readonly orderReference: string | null
  readonly buyerReference: string | null
  readonly paymentReference: string | null
  readonly precedingInvoices: readonly string[]
}

export type EinvoiceMapping = {
  /** Null when the document is not to be booked; a finding says why. */
  readonly receivable: EinvoiceReceivable | null
  readonly findings: readonly EinvoiceFinding[]
}

/**
 * What a document means for the ledger and everything that is wrong with it. The currency is taken
 * from `otherwise` only when the document names none.
 */
export function receivableOf(document: EinvoiceDocument, otherwise?: string): EinvoiceMapping {
  const findings: EinvoiceFinding[] = []
  const number = plain(document.number)
  const note: Note = (code, details) => {
    findings.push(finding(code, { number: number ?? '', ...details }))
  }
  noteIdentity(document, note)
  const currency = currencyOf(document, otherwise, note)
  if (currency === null) return { receivable: null, findings }
  const amounts = amountsOf(document, currency, note)
  if (amounts === null) return { receivable: null, findings }
  const kind = kindOf(document, amounts.payable, note)
  const open = Math.abs(amounts.payable)
  const prepaid = isSameSign(amounts.prepaid, amounts.payable) ? Math.abs(amounts.prepaid) : 0
  const shares = sharesOf(document, open, currency, note)
  const issuedOn = document.issueDate
  const isBlocked = findings.some(
    ({ severity, code }) => severity === 'error' || LEFT_OUT.has(code),
  )
  if (isBlocked || number === null || issuedOn === null) return { receivable: null, findings }
  const receivable: EinvoiceReceivable = {
    kind,
    number,
    typeCode: document.typeCode,
    isSelfBilled: isSelfBilledType(document.typeCode),
    issuedOn,
    dueOn: shares.at(-1)?.dueOn ?? null,
    currency,
    totalMinor: open + prepaid,
    prepaidMinor: prepaid,
    openMinor: open,
    shares,
    discounts: document.terms.discounts,
    termsText: document.terms.text,
    seller: plainParty(document.seller),
    buyer: plainParty(document.buyer),
    orderReference: referenceOf(document.orderReference),
    buyerReference: referenceOf(document.buyerReference),
    paymentReference: referenceOf(document.paymentReference),
    precedingInvoices: document.precedingInvoices.map((preceding) => preceding.number),
  }
  return { receivable, findings }
}

/** Nothing is wrong with these, they only claim nothing. */
const LEFT_OUT: ReadonlySet<EinvoiceFindingCode> = new Set(['test_invoice', 'not_a_claim'])

/** Pro forma invoices announce and do not claim. */
const NO_CLAIM: Readonly<Record<string, string>> = { '325': 'pro forma invoice' }

function noteIdentity(document: EinvoiceDocument, note: Note): void {
  const { number, issueDate, dueDate, written, typeCode } = document
  if (number === null) note('number_missing')
  if (issueDate === null) {
    if (written.issueDate !== null) unreadableDay('issue date', written.issueDate, note)
    note('issue_date_missing')
  }
  if (dueDate === null && written.dueDate !== null) {
    unreadableDay('due date', written.dueDate, note)
  }
  if (issueDate !== null && dueDate !== null && dueDate < issueDate) {
    note('due_date_before_issue', { due: dueDate, issued: issueDate })
  }
  if (document.seller.name === null) note('seller_missing')
  if (document.buyer.name === null) note('buyer_missing')
  if (document.isTest) note('test_invoice')
  const what = NO_CLAIM[typeCode ?? '']
  if (what !== undefined) note('not_a_claim', { what, type: typeCode ?? '' })
  if (typeCode === '384') {
    const preceding = document.precedingInvoices.map((invoice) => invoice.number).join(', ')
    note('corrects_another', { preceding: preceding || 'another invoice' })
  }
}

function unreadableDay(field: string, value: string, note: Note): void {
  note('date_unreadable', { field, value })
}

function currencyOf(
  document: EinvoiceDocument,
  otherwise: string | undefined,
  note: Note,
): string | null {
  const { gross, payable } = document.totals.marked
  const written = document.currency ?? payable ?? gross
  if (written === null) note('currency_missing')
  const currency = (written ?? otherwise ?? '').toUpperCase()
  if (currency === '') return null
  if (!isCurrency(currency)) {
    note('currency_unknown', { currency })
    return null
  }
  const marked = [
    { field: 'amount due', other: payable },
    { field: 'total', other: gross },
  ].find(({ other }) => other !== null && other.toUpperCase() !== currency)
  if (marked) note('currency_mixed', { currency, field: marked.field, other: marked.other ?? '' })
  return currency
}

function kindOf(
  document: EinvoiceDocument,
  payable: number,
  note: Note,
): 'invoice' | 'credit_note' {
  if (payable === 0) note('paid_already')
  if (document.kind === 'credit_note') {
    // Writers who think "credit is negative" mean a credit all the same; the rare reversal of a
    // credit note is then credited twice until somebody looks, which is better than a reminder
    // to a customer whom we owe.
    if (payable < 0) note('negative_credit_note')
    return 'credit_note'
  }
  if (payable >= 0) return 'invoice'
  note('negative_invoice')
  return 'credit_note'
}

function isSameSign(a: number, b: number): boolean {
  return (a >= 0 && b >= 0) || (a <= 0 && b <= 0)
}

function plain(written: string | null): string | null {
  return written?.replace(/\s+/g, ' ').trim() || null
}

function plainParty(party: Party): Party {
  return { ...party, name: plain(party.name), tradingName: plain(party.tradingName) }
}

/** Peppol demands an order reference and offers 'NA' to those who have none. */
function referenceOf(written: string | null): string | null {
  const reference = plain(written)
  return reference !== null && /^(NA|N\/A|-)$/i.test(reference) ? null : reference
}
