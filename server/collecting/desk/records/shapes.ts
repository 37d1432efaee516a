import type * as z from 'zod'

import type { Link } from '../../../access/index.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type * as contract from './drafts/contract.ts'
import type { Jurisdiction } from './rules/jurisdictions.ts'
import type { Strokes } from './rules/strokes.ts'

export type RecordDocument = z.output<typeof contract.RecordDocument>
export type Draft = z.output<typeof contract.RecordDraft>

export type RecordItem = {
  readonly openItemId: string
  readonly receivableId: string
  readonly number: string
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly currency: string
  readonly openMinor: number
  readonly disputedMinor: number
}

/** What a record was made from, on the day that it was made. */
export type RecordFacts = {
  readonly asOf: Day
  readonly timeZone: string
  readonly entityName: string
  readonly customerName: string
  readonly customerNumber: string
  readonly segment: 'commercial' | 'consumer'
  readonly items: readonly RecordItem[]
}

/** What is kept of a record, encrypted: frozen when it is made, never computed again. */
export type Snapshot = {
  readonly document: RecordDocument
  readonly facts: RecordFacts
  /** What it was written from, for another that takes its place. */
  readonly draft?: Draft
}

export type Signer = { readonly name: string; readonly role: string; readonly address: string }

/** What is kept of a signature, encrypted. */
export type SignedAs = {
  readonly name: string
  readonly role: string
  readonly typed: string
  readonly strokes: Strokes
  readonly consent: string
} & CameFrom

/** Of what was done by a link: where it went, from which network and browser. '' on a device. */
export type CameFrom = {
  readonly address: string
  readonly from: string
  readonly agent: string
}

/** Where a signature by link came from. */
export type Origin = { readonly address: string; readonly agent: string }

export type LinkToSign = Pick<Link, 'id' | 'organisationId' | 'subject' | 'language' | 'recipient'>

export type LimitationRestart = {
  readonly receivableId: string
  readonly number: string
  readonly jurisdiction: Jurisdiction
  readonly source: string
  readonly acknowledgedOn: Day
  readonly endsOn: Day | null
  readonly recordedAt: Instant
}
