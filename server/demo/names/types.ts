/** What names and places of a country are made of. Invented; a likeness to a real firm is chance. */
export type Parts = {
  /** `{s}` is a surname, `{w}` a word of the house, `{c}` a city. */
  readonly patterns: readonly (readonly [pattern: string, legalForm: string])[]
  readonly surnames: readonly string[]
  readonly firstNames: readonly string[]
  readonly words: readonly string[]
  readonly cities: readonly (readonly [city: string, postalCode: string])[]
  readonly streets: readonly string[]
  /** '{street} {n}' or '{n} {street}'. */
  readonly street: 'number_last' | 'number_first'
  readonly place: 'code_first' | 'code_last'
  readonly country: string
}
