import { isUtf8 } from 'node:buffer'

import { PADDING } from './detect.ts'

/** How to read a file's bytes as text, and what the file claimed when that was not true. */
export type Encoding =
  | { readonly kind: 'known'; readonly label: string; readonly claimed: string | null }
  | { readonly kind: 'unknown'; readonly label: string }

/**
 * The encoding of an XML file (XML 1.0 appendix F): its byte order mark, else its first bytes, else
 * what it declares. A claim that the bytes disprove loses: exporters often write the wrong one.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const wide = wideEncoding(bytes)
  if (wide !== null) return wide
  const declared = declaredEncoding(bytes)
  if (declared === null || /^utf-?8$/i.test(declared) || isWide(declared)) {
    if (isUtf8(bytes)) return { kind: 'known', label: 'utf-8', claimed: null }
    return { kind: 'known', label: 'windows-1252', claimed: 'UTF-8' }
  }
  if (!isDecodable(declared)) return { kind: 'unknown', label: declared }
  if (hasAccents(bytes) && isUtf8(bytes)) {
    return { kind: 'known', label: 'utf-8', claimed: declared }
  }
  return { kind: 'known', label: declared, claimed: null }
}

const CHUNK = 64 * 1024

/** The text in pieces, without byte order mark and without what some senders pad around it. */
export function* textOf(bytes: Uint8Array, label: string): Generator<string> {
  const decoder = new TextDecoder(label)
  let hasBegun = false
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const isLast = at + CHUNK >= bytes.length
    const piece = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: !isLast })
    const begun: string = hasBegun ? piece : piece.replace(PADDING, '')
    hasBegun ||= begun !== ''
    yield isLast ? begun.slice(0, begun.lastIndexOf('>') + 1 || undefined) : begun
  }
}

function wideEncoding(bytes: Uint8Array): Encoding | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c + d > 0)) {
    return { kind: 'unknown', label: 'UTF-32' }
  }
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) {
    return { kind: 'unknown', label: 'EBCDIC' }
  }
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) {
    return { kind: 'known', label: 'utf-16le', claimed: null }
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
    return { kind: 'known', label: 'utf-16be', claimed: null }
  }
  return null
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256))
  return /<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(head)?.[1] ?? null
}

/** Declared in a file whose first bytes are single: the claim cannot be true. */
function isWide(declared: string): boolean {
  return /^(utf-?16|utf-?32|ucs-?[24]|unicode|iso-10646-ucs-[24])/i.test(declared)
}

function isDecodable(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch {
    return false
  }
}

function hasAccents(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f)
}
