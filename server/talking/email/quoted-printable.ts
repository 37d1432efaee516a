const LONGEST_LINE = 76
const ENCODED = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)

const NOT_ASCII = /[^\t -~]/
const EVERY_NOT_ASCII = /[^\t -~]/g

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
  // The commonest first and by itself: HTML has one for each attribute.
  const equal = line.replaceAll('=', '=3D')
  const ascii = NOT_ASCII.test(equal) ? asciiOf(equal) : equal
  const last = ascii.endsWith(' ') || ascii.endsWith('\t') ? encoded(ascii.slice(-1)) : ''
  return broken(last === '' ? ascii : ascii.slice(0, -1) + last)
}

function asciiOf(line: string): string {
  return Buffer.from(line).toString('latin1').replaceAll(EVERY_NOT_ASCII, encoded)
}

function encoded(byte: string): string {
  return ENCODED[byte.charCodeAt(0)] ?? ''
}

/** A long line in pieces that each end in '=', none in the midst of an encoded byte. */
function broken(line: string): string {
  if (line.length <= LONGEST_LINE && !line.startsWith('.')) return line
  const pieces: string[] = []
  let rest = withoutDot(line)
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
