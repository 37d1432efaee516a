type Balance = {
  readonly currency: string
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly creditMinor: number
  readonly onAccountMinor: number
}

/** balance = owed + credit (a negative) − on account. */
export function totalsOf<Row extends Balance>(row: Row): Row & { readonly balanceMinor: number } {
  return { ...row, balanceMinor: row.owedMinor + row.creditMinor - row.onAccountMinor }
}

/** Per currency, leaving out those in which nothing is left. */
export function shownTotals<Row extends Balance>(rows: readonly Row[]) {
  return rows
    .filter((row) => row.owedMinor !== 0 || row.creditMinor !== 0 || row.onAccountMinor !== 0)
    .map(totalsOf)
}

/** The sums of several accounts, per currency. */
export function sumTotals(rows: readonly Balance[]) {
  const byCurrency = Map.groupBy(rows, ({ currency }) => currency)
  return [...byCurrency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, group]) => {
      const sum = (field: keyof Omit<Balance, 'currency'>) =>
        group.reduce((total, row) => total + row[field], 0)
      return totalsOf({
        currency,
        owedMinor: sum('owedMinor'),
        overdueMinor: sum('overdueMinor'),
        creditMinor: sum('creditMinor'),
        onAccountMinor: sum('onAccountMinor'),
      })
    })
}

/** A person for the reader: null when there is none. */
export function personRef(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}
