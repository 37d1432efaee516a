/** What documents are, by their first bytes: names and what a browser says about them may be wrong. */
const SIGNATURES: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]

const ZIP = [0x50, 0x4b, 0x03, 0x04]

const ZIPPED: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

const TEXTS: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  eml: 'message/rfc822',
  xml: 'application/xml',
}

/** The media type of a document that may be kept, or null: programs, pages and archives are not. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string | null {
  const signature = SIGNATURES.find(([, start]) => begins(bytes, start))
  if (signature) return signature[0]
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  if (begins(bytes, ZIP)) return ZIPPED[extension] ?? null
  return bytes.includes(0) ? null : (TEXTS[extension] ?? null)
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

/** The last part of a path, without characters that a file system or a header could trip over. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = last.replaceAll(/[\u0000-\u001f\u007f"<>|:*?]/g, '').trim()
  return clean === '' ? 'document' : clean.slice(-150)
}

/** Content-Disposition of a download (RFC 6266): plain for old programs, exact for the rest. */
export function dispositionOf(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\]/g, '_')
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`
}

/** The kinds that policy asks for and a document lacks; what the account has counts for each. */
export function missingKinds<Kind extends string>(
  required: readonly Kind[],
  present: readonly string[],
): Kind[] {
  return required.filter((kind) => !present.includes(kind))
}
