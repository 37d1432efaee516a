import { sql, type RawBuilder } from 'kysely'

/**
 * The last day that a customer `c` (or, given, one receivable) is held as things are on the day of
 * the books `e`; null when they are not. The rule is holds/rules.ts; a test holds them together.
 */
export function heldUntil(
  daysWithoutApproval: number,
  receivable: RawBuilder<unknown> = sql`null`,
): RawBuilder<unknown> {
  const until = sql`case when h.approved_by is null
    then least(h.ends_on, h.starts_on + ${daysWithoutApproval}::integer - 1) else h.ends_on end`
  return sql`(
    select max(${until}) from holds h
    where h.customer_id = c.id and h.receivable_id is not distinct from ${receivable}
      and h.lifted_on is null and h.starts_on <= e.balances_on and ${until} >= e.balances_on)`
}
