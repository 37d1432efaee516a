import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvents, insertEventsAloud, type EventRow } from './store.ts'

/** Who did it: a person, the program by itself, an operator at the command line, or a customer. */
export type Doer =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'system' | 'operator' | 'customer'; readonly id?: string }

/** What happened, in the past tense: 'hold.placed'. No personal data in `data`. */
export type HistoryEvent = {
  readonly organisationId: string
  readonly at: Instant
  readonly name: string
  readonly by: Doer
  readonly subject: { readonly kind: string; readonly id?: string | null }
  readonly customerId?: string | null
  readonly why?: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** Writes what happened, in the transaction of the act, and tells those who watch once it commits. */
export function appendEvent(tx: Transaction, event: HistoryEvent): Promise<void> {
  return appendEvents(tx, [event])
}

/** Writes many events of one organisation at once. */
export async function appendEvents(
  tx: Transaction,
  events: readonly HistoryEvent[],
): Promise<void> {
  if (events.length === 0) return
  await insertEventsAloud(tx, events.map(rowOf))
}

/** Writes what happened without telling those who watch: a reading changes nothing that they see. */
export async function appendQuietly(tx: Transaction, event: HistoryEvent): Promise<void> {
  await insertEvents(tx, [rowOf(event)])
}

function rowOf(event: HistoryEvent): EventRow {
  return {
    id: newId(),
    organisationId: event.organisationId,
    at: event.at,
    name: event.name,
    actorKind: event.by.kind,
    actorId: event.by.id ?? null,
    customerId: event.customerId ?? null,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id ?? null,
    why: event.why ?? '',
    data: JSON.stringify(event.data ?? {}),
  }
}
