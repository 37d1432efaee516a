import { sql } from 'kysely'

import type { Day } from '../../kernel/day.ts'
import type { Condition } from './scope.ts'

/** For each legal entity the day that is asked about, and the day that its kept figures are of. */
export type EntityDays = {
  readonly entities: readonly string[]
  readonly days: readonly Day[]
  readonly booksDays: readonly Day[]
  /** The earliest of the days: what took effect later has to be looked at. */
  readonly earliest: Day
}

/** The relation `d (entity_id, on_day, books_on)`: a few rows, joined by the entity. */
export function daysRelation({ entities, days, booksDays }: EntityDays): Condition {
  return sql`unnest(${entities}::uuid[], ${days}::date[], ${booksDays}::date[])
    as d (entity_id, on_day, books_on)`
}
