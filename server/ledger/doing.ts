import type { Doer } from '../access/index.ts'
import type { Actor } from '../http/actor.ts'
import type { Instant } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'

/** Somebody at work: where, who, when, and on whose customers (`owners` null is all). */
export type Doing = {
  readonly organisationId: string
  readonly by: Doer
  readonly at: Instant
  readonly owners: readonly string[] | null
}

export function doingOf(actor: Actor, world: Pick<World, 'clock'>): Doing {
  return {
    organisationId: actor.organisationId,
    by: { kind: 'person', id: actor.personId },
    at: world.clock(),
    owners: actor.owners,
  }
}

/** The columns that say when and by whom a row was written. */
export function recordOf({ organisationId, at, by }: Doing) {
  return { organisationId, recordedAt: at, recordedBy: personOf(by) }
}

export function personOf(by: Doer): string | null {
  return by.kind === 'person' ? by.id : null
}

export type No = {
  readonly code: string
  readonly details?: Readonly<Record<string, string | number>>
}

/** Throws a rule's "no", if it is one. */
export function refuse(no: No | null): void {
  if (!no) return
  throw new Refusal(no.code.startsWith('no_such') ? 'not_found' : 'conflict', no.code, no.details)
}

/** The row, or the refusal that there is none. */
export function known<Row>(row: Row | undefined, code: string): Row {
  if (row === undefined) throw new Refusal('not_found', code)
  return row
}
