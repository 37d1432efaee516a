import { type EinvoiceFindingCode } from './contract.ts'
import { type EinvoiceDocument } from './document.ts'
import { type EinvoiceFile } from './read.ts'
import { distinct, ibanOf } from './values.ts'

/** What `goodterms inspect` says of a file, one JSON line: amounts as the file writes them. */
export type EinvoiceSummary = {
  readonly file: string
  readonly format: EinvoiceFile['format']
  readonly documents: readonly DocumentSummary[]
  readonly findings: readonly {
    readonly severity: 'error' | 'warning' | 'info'
    readonly code: EinvoiceFindingCode
    readonly message: string
  }[]
}

type DocumentSummary = {
  readonly kind: 'invoice' | 'credit_note'
  readonly number: string | null
  readonly typeCode: string | null
  readonly issueDate: string | null
  readonly dueDate: string | null
  readonly currency: string | null
  readonly netTotal: string | null
  readonly grossTotal: string | null
  readonly prepaid: string | null
  readonly payable: string | null
  readonly seller: { readonly name: string | null; readonly vatId: string | null }
  readonly buyer: { readonly name: string | null; readonly vatId: string | null }
  readonly paymentReference: string | null
  readonly ibans: readonly string[]
  readonly orderReference: string | null
  readonly precedingInvoices: readonly string[]
}

/** The agreed keys of a file that was read, and no others. */
export function summaryOf(file: EinvoiceFile): EinvoiceSummary {
  return {
    file: file.file,
    format: file.format,
    documents: file.documents.map(documentSummary),
    findings: file.findings.map(({ severity, code, message }) => ({ severity, code, message })),
  }
}

function documentSummary(document: EinvoiceDocument): DocumentSummary {
  const { totals, seller, buyer } = document
  return {
    kind: document.kind,
    number: document.number,
    typeCode: document.typeCode,
    issueDate: document.issueDate,
    dueDate: document.dueDate,
    currency: document.currency,
    netTotal: totals.net,
    grossTotal: totals.gross,
    prepaid: totals.prepaid,
    payable: totals.payable,
    seller: { name: seller.name, vatId: seller.vatId },
    buyer: { name: buyer.name, vatId: buyer.vatId },
    paymentReference: document.paymentReference,
    ibans: distinct(document.paymentMeans.map(({ account }) => ibanOf(account))),
    orderReference: document.orderReference,
    precedingInvoices: document.precedingInvoices.map(({ number }) => number),
  }
}
