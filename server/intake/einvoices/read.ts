import { documentOfCii } from './cii/document.ts'
import { kindOfFile, nameOfKind } from './detect.ts'
import { type Attachment, type EinvoiceDocument } from './document.ts'
import { type EinvoiceFinding, finding } from './findings.ts'
import { attachmentsOf } from './pdf/attachments.ts'
import { chosenInvoice, type InvoiceInPdf } from './pdf/choice.ts'
import { receivableOf } from './receivable.ts'
import { type Dialect, foreignFileOf, type Root } from './roots.ts'
import { type Tag } from './tree.ts'
import { documentOfUbl } from './ubl.ts'
import { readXml } from './xml/read.ts'

/** A file as read: its invoices and everything there is to say about them. */
export type EinvoiceFile = {
  readonly file: string
  readonly format: 'ubl' | 'cii' | 'facturx' | 'zugferd1' | 'unsupported'
  readonly documents: readonly EinvoiceDocument[]
  readonly findings: readonly EinvoiceFinding[]
  /** What else a PDF carries beside its invoice: evidence. */
  readonly enclosures: readonly Attachment[]
}

/** More than this is no e-invoice; a larger file need not even be opened. */
export const MOST_BYTES = 200 * 1024 * 1024

/** Reads an e-invoice of any supported format, recognised by its content. Never throws. */
export async function readEinvoice(bytes: Uint8Array, file: string): Promise<EinvoiceFile> {
  if (bytes.length > MOST_BYTES) return oversizedEinvoice(file)
  const kind = kindOfFile(bytes)
  if (kind === 'empty') return unsupported(file, finding('empty_file'))
  if (kind === 'statement') {
    return unsupported(file, finding('bank_statement', { format: 'MT940 or OFX' }))
  }
  if (kind === 'pdf') return readPdf(bytes, file)
  if (kind === 'xml') {
    const { documents, findings } = await readInvoices(bytes)
    const format = documents[0]?.syntax ?? 'unsupported'
    return checked({ file, format, documents, findings, enclosures: [] })
  }
  return unsupported(file, finding('not_an_einvoice', { what: nameOfKind(kind) }))
}

/** The answer for a file with more than MOST_BYTES. */
export function oversizedEinvoice(file: string): EinvoiceFile {
  return unsupported(file, finding('file_too_large', { limit: MOST_BYTES / 1024 / 1024 }))
}

type Invoices = Pick<EinvoiceFile, 'documents' | 'findings'>

async function readInvoices(bytes: Uint8Array): Promise<Invoices> {
  const documents: EinvoiceDocument[] = []
  const { root, findings } = await readXml(bytes, (dialect, invoice, lineCount) => {
    documents.push(documentOf(dialect, invoice, lineCount))
  })
  // Half of a file is not a file: what stands before the damage may be incomplete as well.
  if (findings.some(({ severity }) => severity === 'error')) return { documents: [], findings }
  if (documents.length > 0) return { documents, findings }
  return { documents, findings: root === null ? findings : [...findings, foreignFinding(root)] }
}

function documentOf(dialect: Dialect, invoice: Tag, lineCount: number): EinvoiceDocument {
  const isUbl = dialect === 'ubl-invoice' || dialect === 'ubl-credit-note'
  return isUbl ? documentOfUbl(invoice, lineCount) : documentOfCii(invoice, lineCount)
}

function foreignFinding(root: Root): EinvoiceFinding {
  const { kind, name } = foreignFileOf(root)
  return finding(kind === 'bank_statement' ? 'bank_statement' : 'format_not_supported', {
    format: name,
  })
}

async function readPdf(bytes: Uint8Array, file: string): Promise<EinvoiceFile> {
  const pdf = attachmentsOf(bytes)
  if (pdf.kind === 'encrypted') return unsupported(file, finding('pdf_encrypted'))
  if (pdf.kind === 'damaged') return unsupported(file, finding('pdf_damaged'))
  const candidates: InvoiceInPdf[] = []
  const enclosures: Attachment[] = []
  const findings: EinvoiceFinding[] = []
  for (const { name, mimeType, description, unpacked } of pdf.attachments) {
    if (unpacked.kind === 'unreadable') {
      findings.push(finding('pdf_attachment_unreadable', { name, reason: unpacked.reason }))
    } else {
      const { content } = unpacked
      const read = kindOfFile(content) === 'xml' ? await readInvoices(content) : null
      if (read === null) enclosures.push({ name, mimeType, description, content })
      else candidates.push({ name, ...read })
    }
  }
  const chosen = chosenInvoice(candidates)
  if (chosen === null) {
    const why = findings.length > 0 ? findings : [finding('pdf_without_invoice')]
    return { ...unsupported(file, ...why), enclosures }
  }
  const format = formatInPdf(chosen.documents[0])
  const { documents } = chosen
  return checked({ file, format, documents, findings: [...chosen.findings], enclosures })
}

function formatInPdf(document: EinvoiceDocument | undefined): EinvoiceFile['format'] {
  if (document === undefined) return 'unsupported'
  return document.syntax === 'cii' ? 'facturx' : document.syntax
}

function unsupported(file: string, ...findings: EinvoiceFinding[]): EinvoiceFile {
  return { file, format: 'unsupported', documents: [], findings, enclosures: [] }
}

/** Adds what is to be said about the invoices themselves. */
function checked(file: EinvoiceFile): EinvoiceFile {
  const numbered = file.documents.filter(({ number }) => number !== null)
  const counts = Map.groupBy(numbered, ({ kind, number }) => `${kind} ${number}`)
  const twice = [...counts.values()].filter(({ length }) => length > 1).map(([first]) => first)
  const findings = [
    ...file.findings,
    ...file.documents.flatMap((document) => receivableOf(document).findings),
    ...twice.map((document) => finding('number_twice', { number: document?.number ?? '' })),
  ]
  return { ...file, findings }
}
