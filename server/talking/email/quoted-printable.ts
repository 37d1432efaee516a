const LONGEST_LINE = 76
const [TAB, LF, CR, SPACE, DOT, EQUALS, TILDE] = [0x09, 0x0a, 0x0d, 0x20, 0x2e, 0x3d, 0x7e]
const HEX = Buffer.from('0123456789ABCDEF', 'latin1')

/** What a byte is: one that stands as it is, one that is encoded, a blank, or the end of a line. */
const [PLAIN, ENCODED, BLANK, END] = [0, 1, 2, 3]
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte))

/** At most so many bytes of each: an encoded one, and its share of the breaks of lines. */
const MOST_OF_ONE = 4

/**
 * Text as quoted-printable (RFC 2045 §6.7) with CRLF line ends, each line at most 76 characters. None
 * begins with a dot, so that it passes through SMTP as it stands. Byte by byte into one place: text by
 * text, it was among the dearest parts of a reminder.
 */
export function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text)
  const { length } = bytes
  const out = Buffer.allocUnsafe(length * MOST_OF_ONE)
  let to = 0
  let column = 0
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0
    const kind = KINDS[byte] ?? ENCODED
    if (kind === END) {
      if (byte === CR && bytes[at + 1] === LF) at += 1
      out[to++] = CR
      out[to++] = LF
      column = 0
      continue
    }
    const isLast = at + 1 === length || KINDS[bytes[at + 1] ?? 0] === END
    const isPlain = kind === PLAIN || (kind === BLANK && !isLast)
    // A line that goes on needs a place for the '=' that says so.
    if (column + (isPlain ? 1 : 3) > (isLast ? LONGEST_LINE : LONGEST_LINE - 1)) {
      out[to++] = EQUALS
      out[to++] = CR
      out[to++] = LF
      column = 0
    }
    if (isPlain && (column > 0 || byte !== DOT)) {
      out[to++] = byte
      column += 1
    } else {
      out[to++] = EQUALS
      out[to++] = HEX[byte >> 4] ?? 0
      out[to++] = HEX[byte & 15] ?? 0
      column += 3
    }
  }
  return out.toString('latin1', 0, to)
}

/** Printable ASCII but '=' stays, and so does a space or tab that does not end the line. */
function kindOf(byte: number): number {
  if (byte === CR || byte === LF) return END
  if (byte === SPACE || byte === TAB) return BLANK
  return byte > SPACE && byte <= TILDE && byte !== EQUALS ? PLAIN : ENCODED
}
