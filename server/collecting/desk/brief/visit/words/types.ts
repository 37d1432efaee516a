/** What a sentence of the opening needs, every part ready to be said. */
export type Said = {
  readonly kind: 'invoice' | 'debit_note'
  readonly count: number
  /** 'two', or '14' where a language writes figures. */
  readonly number: string
  /** '3 and 17 October'. */
  readonly days: string
  readonly isOneDay: boolean
  /** From when to when, where there are too many to be named. */
  readonly range: { readonly first: string; readonly last: string } | null
  /** '4,310.00 € and 1,150.00 €', or their sum where there are too many. */
  readonly amounts: string
  readonly isPartial: boolean
  /** The day of the books where they are too old for amounts to be named. */
  readonly booksOf: string | null
  /** The first sentence, or one that follows it. */
  readonly isFirst: boolean
}

export type OpeningWords = {
  readonly sentence: (said: Said) => string
  /** From two on. */
  readonly numbers: readonly string[]
  /** '3 and 17' of a month, 'October', and the year where it has to be said. */
  readonly dayNumber: (day: number) => string
  readonly inMonth: (days: string, month: string, year: string | null) => string
}
