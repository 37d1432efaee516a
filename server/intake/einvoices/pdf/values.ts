/** The values of PDF (ISO 32000-2 §7.3), as far as finding attachments needs them. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfRef
  | readonly PdfValue[]
  | PdfDictionary
export type PdfName = { readonly name: string }
export type PdfText = { readonly text: Uint8Array }
/** Only the object number: of several generations the last in the file counts. */
export type PdfRef = { readonly ref: number }
export type PdfDictionary = ReadonlyMap<string, PdfValue>

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

export function isList(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value)
}

export function refOf(value: PdfValue | undefined): number | null {
  return typeof value === 'object' && value !== null && 'ref' in value ? value.ref : null
}

export function nameOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : null
}

/** A text string: UTF-16 or UTF-8 with byte order mark, else PDFDoc (as good as Latin-1). */
export function textOf(value: PdfValue | undefined): string | null {
  if (typeof value !== 'object' || value === null || !('text' in value)) return null
  const [a, b, c] = value.text
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(value.text)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(value.text)
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder().decode(value.text)
  return Buffer.from(value.text).toString('latin1')
}
