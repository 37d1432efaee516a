const LONGEST_LINE = 76
const ENCODED = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)

/** A character a byte already. */
const PLAIN = /^[\t -~]*$/

/**
 * Text as quoted-printable (RFC 2045 §6.7) with CRLF line ends, each line at most 76 characters. None
 * begins with a dot, so that it passes through SMTP as it stands.
 */
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
  if (encoded.length <= LONGEST_LINE && !encoded.startsWith('.')) return encoded
  const pieces: string[] = []
  let rest = withoutDot(encoded)
  while (rest.length > LONGEST_LINE) {
    let to = LONGEST_LINE - 1
    if (rest[to - 1] === '=') to -= 1
    else if (rest[to - 2] === '=') to -= 2
    pieces.push(rest.slice(0, to))
    rest = withoutDot(rest.slice(to))
  }
  return [...pieces, rest].join('=\r\n')
}

function withoutDot(line: string): string {
  return line.startsWith('.') ? `=2E${line.slice(1)}` : line
}
