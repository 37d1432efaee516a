import { type EinvoiceDocument } from '../document.ts'
import { type EinvoiceFinding, finding } from '../findings.ts'

/** An XML file inside a PDF, as read. */
export type InvoiceInPdf = {
  readonly name: string
  readonly documents: readonly EinvoiceDocument[]
  readonly findings: readonly EinvoiceFinding[]
}

/** The names that the standards prescribe, the younger standard first. */
const NAMES = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml', 'cii.xml']

/**
 * The invoice of a PDF that has several XML files inside: a readable one before one that is not,
 * a prescribed name before another, EN 16931 before ZUGFeRD 1.0. Null when there is no XML at all.
 */
export function chosenInvoice(candidates: readonly InvoiceInPdf[]): InvoiceInPdf | null {
  const [chosen, ...others] = candidates.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (chosen === undefined) return null
  const differing = others.filter(({ name, documents }) =>
    documents.length > 0
      ? identityOf(documents) !== identityOf(chosen.documents)
      : placeOf(name) < NAMES.length && chosen.documents.length > 0,
  )
  if (differing.length === 0) return chosen
  const ignored = differing.map(({ name }) => name).join(', ')
  const warning = finding('pdf_several_invoices', { used: chosen.name, ignored })
  return { ...chosen, findings: [...chosen.findings, warning] }
}

function rankOf({ name, documents }: InvoiceInPdf): number {
  const unread = documents.length === 0 ? 100 : 0
  const old = documents[0]?.syntax === 'zugferd1' ? 10 : 0
  return unread + old + placeOf(name)
}

/** The place among the prescribed names, behind them all for any other. */
function placeOf(name: string): number {
  const place = NAMES.indexOf(name.toLowerCase().replace(/^.*[/\\]/, ''))
  return place < 0 ? NAMES.length : place
}

function identityOf(documents: readonly EinvoiceDocument[]): string {
  return documents
    .map(({ number, totals }) => `${number} ${Number(totals.payable ?? totals.gross)}`)
    .join('\n')
}
