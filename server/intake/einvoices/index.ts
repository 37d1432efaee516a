import { readEinvoice } from './read.ts'
import { type EinvoiceSummary, summaryOf } from './summary.ts'

export { kindOfFile } from './detect.ts'
export type { Attachment, EinvoiceDocument, Party } from './document.ts'
export type { EinvoiceFinding } from './findings.ts'
export type { OpenShare } from './instalments.ts'
export { type EinvoiceFile, MOST_BYTES, oversizedEinvoice, readEinvoice } from './read.ts'
export { type EinvoiceMapping, type EinvoiceReceivable, receivableOf } from './receivable.ts'
export { type EinvoiceSummary, summaryOf } from './summary.ts'

/** Says what an e-invoice file is and what would be read from it. Never throws. */
export async function inspectEinvoice(
  bytes: Uint8Array,
  fileName: string,
): Promise<EinvoiceSummary> {
  return summaryOf(await readEinvoice(bytes, fileName))
}
