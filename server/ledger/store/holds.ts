import { sql, type RawBuilder } from 'kysely'

// The rule is holds/rules.ts; a test holds them together.

/** Without a second person a hold is worth only the days that policy gives one person. */
function untilOf(daysWithoutApproval: number): RawBuilder<unknown> {
  return sql`case when h.approved_by is null
    then least(h.ends_on, h.starts_on + ${daysWithoutApproval}::integer - 1) else h.ends_on end`
}

function inForce(daysWithoutApproval: number): RawBuilder<unknown> {
  return sql`h.lifted_on is null and h.starts_on <= e.balances_on
    and ${untilOf(daysWithoutApproval)} >= e.balances_on`
}

/**
 * The last day that a customer `c` (or, given, one receivable) is held as things are on the day of
 * the books `e`; null when they are not.
 */
export function heldUntil(
  daysWithoutApproval: number,
  receivable: RawBuilder<unknown> = sql`null`,
): RawBuilder<unknown> {
  return sql`(
    select max(${untilOf(daysWithoutApproval)}) from holds h
    where h.customer_id = c.id and h.receivable_id is not distinct from ${receivable}
      and ${inForce(daysWithoutApproval)})`
}

/** Whether a customer `c` is held on the day of the books `e`: a join, where many are asked about. */
export function isHeld(daysWithoutApproval: number): RawBuilder<unknown> {
  return sql`exists (select from holds h
    where h.customer_id = c.id and h.receivable_id is null and ${inForce(daysWithoutApproval)})`
}
