/** Lower case, no accents, ß as ss, every run of other signs as one blank: how words are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()
}

const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19\u066B\u066C]/
const EACH_OTHER_DIGIT = new RegExp(OTHER_DIGITS, 'gu')
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10]

/** Arabic, Persian, Indian and full-width digits, and the Arabic separators, as those of Europe. */
export function westernDigits(text: string): string {
  if (!OTHER_DIGITS.test(text)) return text
  return text.replace(EACH_OTHER_DIGIT, (sign) => {
    if (sign === '\u066B') return '.'
    if (sign === '\u066C') return ','
    const code = sign.codePointAt(0) ?? 0
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code))
  })
}

/** The folded words of a heading; 'InvoiceDate' and 'invoice_date' are both invoice, date. */
export function wordsOf(heading: string): string[] {
  const spaced = heading
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  return fold(spaced).split(' ').filter(Boolean)
}

/** A column as a spreadsheet names it: 0 is A, 26 is AA. */
export function letterOf(position: number): string {
  const last = String.fromCodePoint(65 + (position % 26))
  return position < 26 ? last : letterOf(Math.floor(position / 26) - 1) + last
}

/** The text short enough to be shown in a list, on one line. */
export function shown(text: string, longest = 80): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
