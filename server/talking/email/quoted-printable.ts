const LONGEST_LINE = 76
const ENCODED = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)

/** A character a byte already. */
const PLAIN = /^[\t -~]*$/

/** Text as quoted-printable (RFC 2045 §6.7) with CRLF line ends, each line at most 76 characters. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(encodedLine)
    .join('\r\n')
}

/** Printable ASCII but '=' stays, and so does a space or tab that does not end the line. */
function encodedLine(line: string): string {
  const bytes = PLAIN.test(line) ? line : Buffer.from(line).toString('latin1')
  return broken(
    bytes.replaceAll(/[^\t -<>-~]|[\t ]$/g, (byte) => ENCODED[byte.charCodeAt(0)] ?? ''),
  )
}

/** A long line in pieces that each end in '=', none in the midst of an encoded byte. */
function broken(encoded: string): string {
  if (encoded.length <= LONGEST_LINE) return encoded
  const pieces: string[] = []
  let from = 0
  while (encoded.length - from > LONGEST_LINE) {
    let to = from + LONGEST_LINE - 1
    if (encoded[to - 1] === '=') to -= 1
    else if (encoded[to - 2] === '=') to -= 2
    pieces.push(encoded.slice(from, to))
    from = to
  }
  return [...pieces, encoded.slice(from)].join('=\r\n')
}
