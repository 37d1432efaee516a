import Papa from 'papaparse'

import { evennessOf } from '../rules/delimiters.ts'

export type Dialect = {
  readonly delimiter: string
  /** null when quotation marks are plain letters in this file. */
  readonly quote: '"' | "'" | null
  /** True for a first line 'sep=;' that tells the delimiter to spreadsheets. */
  readonly hasHint: boolean
}

const DELIMITERS = ['\t', ';', '|', ',', '\u001f', '~', '^'] as const
const QUOTES = ['"', "'", null] as const

/** The delimiter and quotation mark that make the most even rows of the start of a file. */
export function dialectOf(start: string): Dialect | null {
  const hint = /^sep=(.)\n/.exec(start)
  const sample = wholeLines(hint ? start.slice(hint[0].length) : start)
  const delimiters = hint?.[1] ? [hint[1]] : DELIMITERS.filter((one) => sample.includes(one))
  const candidates = delimiters.flatMap((delimiter) =>
    QUOTES.filter((quote) => quote === '"' || quote === null || isQuoting(sample, delimiter)).map(
      (quote) => ({ delimiter, quote, evenness: rated(sample, delimiter, quote) }),
    ),
  )
  const best = candidates.toSorted((a, b) => b.evenness - a.evenness)[0]
  if (best && best.evenness > 0) {
    return { delimiter: best.delimiter, quote: best.quote, hasHint: hint !== null }
  }
  return null
}

/** Without the last line, which the end of the sample may have cut. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n')
  return end > 0 && text.length > 200_000 ? text.slice(0, end + 1) : text
}

function isQuoting(sample: string, delimiter: string): boolean {
  return sample.includes(`'${delimiter}'`) || sample.includes(`${delimiter}'`)
}

function rated(sample: string, delimiter: string, quote: Dialect['quote']): number {
  const { data, errors } = Papa.parse<string[]>(sample, parsing(delimiter, quote))
  const faults = errors.filter(({ type }) => type === 'Quotes').length
  // A mark that encloses nothing says nothing; the usual one is then as good.
  const plain = quote === '"' ? 0.001 : 0
  const quoted = quote !== null && sample.includes(quote) ? 0.01 : 0
  const ignored = quote === null && hasQuotedCells(data) ? 0.2 : 1
  const sound = 1 - Math.min(1, faults / data.length) * 0.5
  return evennessOf(data, delimiter) * sound * ignored + plain + quoted
}

/** Whether cells are enclosed in quotation marks, so that these cannot be plain letters. */
function hasQuotedCells(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.slice(0, 500).flat()
  const enclosed = cells.filter((cell) => /^(["']).*\1$/.test(cell)).length
  return enclosed > cells.length * 0.02
}

/** How papaparse reads this dialect; without quotation marks it only splits. */
export function parsing(delimiter: string, quote: Dialect['quote']) {
  return quote === null
    ? { delimiter, newline: '\n' as const, fastMode: true }
    : { delimiter, newline: '\n' as const, quoteChar: quote }
}
