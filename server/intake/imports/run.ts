import type { Bulk } from '../../database/bulk.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import type { Books } from '../../ledger/index.ts'
import type { Keys } from '../../world.ts'
import type { Collector } from './findings.ts'
import type { Mapping } from './rules/mapping-types.ts'

/** What only a person can know about a file. */
export type ImportChoices = {
  readonly currency: string
  readonly isComplete: boolean
  readonly gone: 'flag' | 'settle'
  readonly ledgerSyncedAt: Instant
  readonly paymentsUntil: Day | null
  readonly entities: Readonly<Record<string, string>>
  /** Somebody named the source; else it goes by what the file turns out to be. */
  readonly isSourceNamed: boolean
}

/** One pass of a file over the ledger: a comparison, or the same with writing. */
export type Run = {
  readonly bulk: Bulk
  readonly tx: Transaction
  readonly organisationId: string
  readonly importId: string
  readonly sourceId: string
  readonly sourceName: string
  readonly mapping: Mapping
  readonly choices: ImportChoices
  /** The legal entity of the import; `entities` has all of them, with their today. */
  readonly entity: Books
  readonly entities: readonly Books[]
  readonly language: string
  readonly keys: Keys
  readonly emailHash: (email: string) => string
  readonly at: Instant
  readonly recordedBy: string | null
  /** The day, at the entity, on which the file was made. */
  readonly syncedOn: Day
  readonly isWriting: boolean
  readonly found: Collector
  /** Says how far the work is; throws when it has been stopped. */
  readonly tick: (rows: number) => Promise<void>
}
