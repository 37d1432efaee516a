/**
 * The place of a bucket by days past due: 0 is not due, then one after each bound, and the last one
 * without an end. SQL asks the same of width_bucket with `thresholdsOf`; a test holds them together.
 */
export function bucketOf(daysLate: number, bounds: readonly number[]): number {
  return thresholdsOf(bounds).filter((first) => first <= daysLate).length
}

/** The first day of each bucket after 'not due': 1, 31, 61, 91, 121. */
export function thresholdsOf(bounds: readonly number[]): number[] {
  return [1, ...bounds.map((last) => last + 1)]
}

/** One row of the table in one currency; balance = not due + Σ buckets + credit − on account. */
export type AgeingRow = {
  readonly currency: string
  readonly notDueMinor: number
  readonly bucketsMinor: readonly number[]
  /** Credit notes, as a negative. */
  readonly creditMinor: number
  /** Money not yet set against anything, as a positive. */
  readonly onAccountMinor: number
  readonly balanceMinor: number
}

/** An amount and where it belongs: a bucket's place, or a column of its own. */
export type AgeingPart = {
  readonly currency: string
  readonly column: number | 'credit' | 'on_account'
  readonly minor: number
}

/** Adds parts up, a row a currency; amounts of two currencies never meet. */
export function ageingOf(parts: readonly AgeingPart[], bounds: readonly number[]): AgeingRow[] {
  const byCurrency = Map.groupBy(parts, ({ currency }) => currency)
  return [...byCurrency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, group]) => {
      const sum = (column: AgeingPart['column']) =>
        group.reduce((total, part) => (part.column === column ? total + part.minor : total), 0)
      return balanced({
        currency,
        notDueMinor: sum(0),
        bucketsMinor: thresholdsOf(bounds).map((_first, at) => sum(at + 1)),
        creditMinor: sum('credit'),
        onAccountMinor: sum('on_account'),
      })
    })
}

/** Adds rows up that were made by customer, a row a currency. */
export function sumAgeing(rows: readonly AgeingRow[], bounds: readonly number[]): AgeingRow[] {
  return ageingOf(rows.flatMap(partsOf), bounds)
}

function partsOf(row: AgeingRow): AgeingPart[] {
  const { currency } = row
  return [
    { currency, column: 0, minor: row.notDueMinor },
    ...row.bucketsMinor.map((minor, at) => ({ currency, column: at + 1, minor })),
    { currency, column: 'credit', minor: row.creditMinor },
    { currency, column: 'on_account', minor: row.onAccountMinor },
  ]
}

/** Sets a customer's credit notes, then money on account, against the oldest debt first. */
export function againstOldest(row: AgeingRow): AgeingRow {
  let credit = Math.max(0, -row.creditMinor)
  let money = Math.max(0, row.onAccountMinor)
  const pay = (debt: number) => {
    const byCredit = Math.min(Math.max(0, debt), credit)
    const byMoney = Math.min(Math.max(0, debt - byCredit), money)
    credit -= byCredit
    money -= byMoney
    return debt - byCredit - byMoney
  }
  const oldestFirst = row.bucketsMinor.toReversed().map(pay)
  const notDueMinor = pay(row.notDueMinor)
  return balanced({
    currency: row.currency,
    notDueMinor,
    bucketsMinor: oldestFirst.toReversed(),
    creditMinor: row.creditMinor < 0 ? 0 - credit : row.creditMinor,
    onAccountMinor: row.onAccountMinor > 0 ? money : row.onAccountMinor,
  })
}

function balanced(row: Omit<AgeingRow, 'balanceMinor'>): AgeingRow {
  const { notDueMinor, bucketsMinor, creditMinor, onAccountMinor } = row
  const owedMinor = bucketsMinor.reduce((sum, minor) => sum + minor, notDueMinor)
  return { ...row, balanceMinor: owedMinor + creditMinor - onAccountMinor }
}

/** What is owed and what of it is past due. */
export function owedOf({ notDueMinor, bucketsMinor }: AgeingRow) {
  const overdueMinor = bucketsMinor.reduce((sum, minor) => sum + minor, 0)
  return { owedMinor: notDueMinor + overdueMinor, overdueMinor }
}
