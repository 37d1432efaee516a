import type { FieldChange } from './rules/changes.ts'

export type Tally = { new: number; changed: number; same: number }

export type CustomerChange = {
  readonly kind: 'new' | 'changed'
  readonly line: number
  readonly number: string
  readonly name: string
  readonly fields: readonly FieldChange[]
}

/** What a file does to customers and their people. */
export type CustomersPlanned = {
  readonly tally: Tally
  readonly contacts: Tally
  readonly changes: CustomerChange[]
  /** New and renamed ones, whose words the search must learn. */
  readonly renamed: string[]
  /** New ones and those with something changed. */
  readonly touched: string[]
  /** Those that the file has as blocked, and those that it has as not; none where it does not tell. */
  readonly blocked: Set<string>
  readonly unblocked: Set<string>
}

/** So many changes of a kind are kept for review. */
export const MOST_CHANGES = 1_000
