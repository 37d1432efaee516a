import { LIMITS } from './files/limits.ts'
import type { TableFile } from './files/open.ts'
import type { DecimalSign } from './rules/amounts.ts'
import { isBlank, textOf, type SourceRow } from './rules/cells.ts'
import type { DateOrder } from './rules/dates.ts'
import type { Field, TableKind } from './rules/fields.ts'
import { headerOf } from './rules/header.ts'
import { currencyOfHeading, tongueOf } from './rules/headings.ts'
import { guessTable } from './rules/mapping.ts'
import { newProfile, observe, type Profile } from './rules/profile.ts'
import { isCustomerTitle, isTotalLabel } from './rules/row-kinds.ts'
import {
  dateStyleOf,
  decimalStyleOf,
  isUndecided,
  type Certainty,
  type Surroundings,
} from './rules/styles.ts'
import { shown } from './rules/texts.ts'

export type ColumnReading = {
  readonly position: number
  readonly heading: string
  readonly field: Field | null
  readonly confidence: number
  readonly order: DateOrder
  readonly orderCertainty: Certainty
  readonly decimal: DecimalSign
  readonly decimalCertainty: Certainty
  /** The currency that the heading names. */
  readonly currency: string | null
  /** Every value ends in '.0': numbers that a program has stored as fractions. */
  readonly isFloat: boolean
}

/** All that is needed to read the rows of a file as records; may be kept and changed. */
export type Reading = {
  readonly kind: TableKind | null
  readonly headerLine: number | null
  readonly columns: readonly ColumnReading[]
  /** The currency that a title above the headings names. */
  readonly currency: string | null
  /** A title above the headings that names the one customer of the list: 'Debitor 1000'. */
  readonly customerTitle: string | null
}

export type Detection = {
  readonly reading: Reading
  readonly preamble: readonly string[]
  readonly profiles: readonly Profile[]
  /** The first rows beneath the headings. */
  readonly samples: readonly SourceRow[]
  readonly surroundings: Surroundings
}

const HEADER_ROWS = 60
const ENOUGH_ROWS = 3_000
const SAMPLES = 3

/** Looks at as many rows as it takes to know how the file is to be read; at all if need be. */
export async function detect(file: TableFile, name = ''): Promise<Detection> {
  const first: SourceRow[] = []
  let seen: Seen | null = null
  for await (const batch of file.rows()) {
    if (!seen) {
      first.push(...batch)
      if (first.length < HEADER_ROWS) continue
      seen = begin(first)
    } else {
      for (const row of batch) look(seen, row)
    }
    if (seen.count >= ENOUGH_ROWS && !seen.profiles.some((profile) => isUndecided(profile))) break
  }
  return conclude(seen ?? begin(first), file, name)
}

type Seen = {
  readonly headings: readonly string[]
  readonly headerLine: number | null
  readonly preamble: readonly string[]
  readonly profiles: Profile[]
  readonly samples: SourceRow[]
  count: number
}

function begin(rows: readonly SourceRow[]): Seen {
  const { index, width } = headerOf(rows)
  const header = index === null ? undefined : rows[index]
  const columns = Math.min(width, LIMITS.columns)
  const headings = Array.from({ length: columns }, (_, at) => shown(textOf(header?.cells[at]), 120))
  const seen: Seen = {
    headings,
    headerLine: header?.line ?? null,
    preamble: rows
      .slice(0, index ?? 0)
      .map(({ cells }) => lineOf(cells))
      .filter(Boolean),
    profiles: headings.map(() => newProfile()),
    samples: [],
    count: 0,
  }
  for (const row of rows.slice(index === null ? 0 : index + 1)) look(seen, row)
  return seen
}

function lineOf(cells: SourceRow['cells']): string {
  return shown(
    cells
      .map((cell) => textOf(cell))
      .filter(Boolean)
      .join(' '),
    200,
  )
}

function look(seen: Seen, row: SourceRow): void {
  const filled = row.cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0) return
  seen.count += 1
  // Titles and totals among the rows say nothing about the columns.
  if (filled.length < 2 && seen.profiles.length > 3) return
  if (filled.length < seen.profiles.length * 0.8 && isTotalLabel(textOf(filled[0]))) return
  seen.profiles.forEach((profile, at) => observe(profile, row.cells[at]))
  if (seen.samples.length < SAMPLES) seen.samples.push(row)
}

function conclude(seen: Seen, file: TableFile, name: string): Detection {
  const { headings, profiles, preamble } = seen
  const columns = headings.map((heading, at) => ({
    heading,
    profile: profiles[at] ?? newProfile(),
  }))
  const { kind, guesses } = guessTable(columns, [name, ...preamble].join(' '))
  const surroundings = surroundingsOf(seen, file)
  const reading: Reading = {
    kind,
    headerLine: seen.headerLine,
    currency: currencyOfPreamble(preamble),
    customerTitle: preamble.findLast((line) => isCustomerTitle(line)) ?? null,
    columns: columns.map(({ heading, profile }, position) => {
      const order = dateStyleOf(profile, surroundings)
      const decimal = decimalStyleOf(profile, surroundings)
      const { field = null, confidence = 0 } = guesses[position] ?? {}
      return {
        position,
        heading,
        field,
        confidence,
        order: order.order,
        orderCertainty: order.certainty,
        decimal: decimal.sign,
        decimalCertainty: decimal.certainty,
        currency: currencyOfHeading(heading),
        isFloat: profile.filled > 0 && profile.floats === profile.filled,
      }
    }),
  }
  return { reading, preamble, profiles, samples: seen.samples, surroundings }
}

function surroundingsOf({ headings, profiles, preamble }: Seen, file: TableFile): Surroundings {
  const sum = (pick: (profile: Profile) => number) =>
    profiles.reduce((all, one) => all + pick(one), 0)
  return {
    delimiter: file.dialect?.delimiter ?? null,
    language: tongueOf([...headings, ...preamble]),
    decimals: { '.': sum(({ amounts }) => amounts['.']), ',': sum(({ amounts }) => amounts[',']) },
    orders: {
      dmy: sum(({ dates }) => dates.dmy),
      mdy: sum(({ dates }) => dates.mdy),
      ymd: sum(({ dates }) => dates.ymd),
    },
  }
}

function currencyOfPreamble(preamble: readonly string[]): string | null {
  const named = /\b(?:currency|wahrung|währung|devise|moneda|divisa|in|en)\W{1,3}([A-Z]{3})\b/i
  for (const line of preamble) {
    const code = named.exec(line)?.[1]
    const currency = code && currencyOfHeading(code)
    if (currency) return currency
  }
  return null
}
