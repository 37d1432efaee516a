import type { Instant } from '../../kernel/day.ts'
import type { Keys } from '../../world.ts'
import type { EntityKey, PersonKey } from '../company.ts'

/** Who and what the rows of the demo belong to. */
export type Cast = {
  readonly organisationId: string
  readonly entities: Readonly<Record<EntityKey, string>>
  readonly people: Readonly<Record<PersonKey, string>>
  readonly sources: Readonly<Record<EntityKey, string>>
  readonly keys: Keys
  readonly now: Instant
}
