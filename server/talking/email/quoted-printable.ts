const LONGEST_LINE = 76
const ENCODED = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)

/** Text as quoted-printable (RFC 2045 §6.7) with CRLF line ends, each line at most 76 characters. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => encodedLine(Buffer.from(line)))
    .join('\r\n')
}

function encodedLine(bytes: Buffer): string {
  let line = ''
  let length = 0
  for (const [index, byte] of bytes.entries()) {
    const isLast = index === bytes.length - 1
    const piece = isPlain(byte, isLast) ? String.fromCharCode(byte) : (ENCODED[byte] ?? '')
    const room = isLast ? LONGEST_LINE : LONGEST_LINE - 1
    if (length + piece.length > room) {
      line += '=\r\n'
      length = 0
    }
    line += piece
    length += piece.length
  }
  return line
}

/** Printable ASCII but '='; a space or tab only where it does not end the line. */
function isPlain(byte: number, isLast: boolean): boolean {
  if (byte === 0x20 || byte === 0x09) return !isLast
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d
}
