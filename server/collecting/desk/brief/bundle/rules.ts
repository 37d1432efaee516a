/** What became of a document: its pages, or why it is not among them. */
export type Outcome =
  | { readonly kind: 'taken'; readonly pages: number }
  | { readonly kind: 'broken' | 'encrypted' | 'other_format' | 'too_much' }

export type Sized = { readonly bytes: number }

const MEGABYTE = 1024 * 1024
/** What one request may hold in memory, and what a mailbox takes. */
export const MOST_BYTES = 50 * MEGABYTE
export const MOST_DOCUMENTS = 150
export const MOST_PAGES = 600
const MOST_PIXELS = 40_000_000

/** The documents that fit, in their order; one that is too large does not keep back the next. */
export function fittingOf<Document extends Sized>(documents: readonly Document[]): Set<Document> {
  const fitting = new Set<Document>()
  let bytes = 0
  for (const document of documents) {
    if (fitting.size === MOST_DOCUMENTS || bytes + document.bytes > MOST_BYTES) continue
    bytes += document.bytes
    fitting.add(document)
  }
  return fitting
}

/** Whether a picture of this media type can be drawn on a page without filling the memory. */
export function isDrawable(mediaType: string, bytes: Uint8Array): boolean {
  // A JPEG goes into the file as it is; only a PNG is unpacked first.
  if (mediaType === 'image/jpeg') return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes.length > 24 && view.getUint32(16) * view.getUint32(20) <= MOST_PIXELS
}
