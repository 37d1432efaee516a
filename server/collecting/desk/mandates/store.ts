import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Agreed, Approver, Limits, PolicyLimits } from './rules.ts'

const LIMITS = [
  'longestExtensionDays',
  'mostInstalments',
  'smallestFirstPaymentPercent',
  'largestDiscountBasisPoints',
  'waivesCharges',
] as const

/** The policy's rows in force for a currency, or in all. */
export async function selectLimits(
  tx: Transaction,
  currency: string | null,
): Promise<(PolicyLimits & { readonly currency: string })[]> {
  let query = tx
    .selectFrom('mandateLimits')
    .select(['id', 'segment', 'currency', 'upToMinor', 'approver', ...LIMITS])
    .where('endedAt', 'is', null)
    .orderBy('currency')
    .orderBy('segment')
    .orderBy('upToMinor')
  if (currency !== null) query = query.where('currency', '=', currency)
  return query.execute()
}

export async function endLimits(
  tx: Transaction,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('mandateLimits')
    .set({ endedAt: at })
    .where('id', 'in', [...ids])
    .execute()
}

export async function insertLimits(
  tx: Transaction,
  rows: readonly Insertable<Schema['mandateLimits']>[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('mandateLimits')
      .values([...rows])
      .execute()
}

export type GrantRow = Limits & {
  readonly id: string
  readonly customerId: string
  readonly personId: string
  readonly personName: string
  readonly currency: string
  readonly reason: string
  readonly grantedById: string | null
  readonly grantedByName: string | null
  readonly grantedAt: Instant
  readonly expiresOn: Day
  readonly isRevoked: boolean
}

/** The room given for a customer in a currency, the latest first. */
export async function selectGrants(
  tx: Transaction,
  customerId: string,
  currency: string,
): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    select g.id, g.customer_id, g.person_id, p.name as person_name, g.currency,
      g.longest_extension_days, g.most_instalments, g.smallest_first_payment_percent,
      g.largest_discount_basis_points, g.waives_charges, g.reason, g.granted_by as granted_by_id,
      b.name as granted_by_name, g.granted_at, g.expires_on, g.revoked_at is not null as is_revoked
    from mandate_grants g
    join people p on p.id = g.person_id
    left join people b on b.id = g.granted_by
    where g.customer_id = ${customerId} and g.currency = ${currency}
    order by g.granted_at desc, g.id desc
    limit 50`.execute(tx)
  return rows
}

export async function selectGrant(tx: Transaction, id: string) {
  return tx
    .selectFrom('mandateGrants')
    .select(['id', 'customerId', 'personId', 'currency'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertGrant(
  tx: Transaction,
  row: Insertable<Schema['mandateGrants']>,
): Promise<void> {
  await tx.insertInto('mandateGrants').values(row).execute()
}

/** Takes a grant back that was not yet; tells whether it was. */
export async function revokeGrant(
  tx: Transaction,
  id: string,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mandateGrants')
    .set({ revokedAt: at, revokedBy: by })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertUse(
  tx: Transaction,
  row: Insertable<Schema['mandateUses']>,
): Promise<void> {
  await tx.insertInto('mandateUses').values(row).execute()
}

export type MandateFacts = {
  readonly segment: 'commercial' | 'consumer'
  readonly overdueMinor: number
  readonly putOffSince: Day | null
}

/**
 * What the mandate for a customer goes by. A debt is put off since the first promise or plan that
 * was made after the oldest of what is overdue fell due.
 */
export async function selectMandateFacts(
  tx: Transaction,
  customerId: string,
  { currency, today }: { readonly currency: string; readonly today: Day },
): Promise<MandateFacts> {
  const { rows } = await sql<MandateFacts>`
    with overdue as (
      select coalesce(sum(open_minor), 0)::bigint as minor, min(due_on) as oldest_due_on
      from open_items where customer_id = ${customerId} and currency = ${currency}
        and closed_on is null and open_minor > 0 and due_on < ${today})
    select c.segment, o.minor as overdue_minor, (
      select min(f.on_day) from (
        select made_on as on_day from promises where customer_id = c.id
          and currency = ${currency} and state <> 'withdrawn'
        union all
        select agreed_on from plans where customer_id = c.id and currency = ${currency}
          and state in ('agreed', 'kept', 'broken', 'accelerated', 'replaced')) f
      where f.on_day >= o.oldest_due_on) as put_off_since
    from customers c cross join overdue o where c.id = ${customerId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the customer is not there')
  return row
}

type Asked = {
  readonly approver: Approver
  readonly ownerId: string | null
  readonly exceptId: string
}

/** Two at most of those who can be asked: for sales whoever manages the owner's team. */
export async function selectDeciders(
  tx: Transaction,
  { approver, ownerId, exceptId }: Asked,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name
    from members m join people p on p.id = m.person_id and p.disabled_at is null
    where m.left_at is null and p.id <> ${exceptId} and ${approver} = any(m.roles)
      and (${approver} = 'credit_manager' or exists (
        select from teams t join members o on o.team_id = t.id and o.left_at is null
        where t.manager_id = p.id and o.person_id = ${ownerId}::uuid))
    order by p.name, p.id
    limit 2`.execute(tx)
  return rows
}

export type UseRead = {
  readonly id: string
  readonly personId: string | null
  readonly personName: string | null
  readonly kind: 'promise' | 'plan' | 'discount' | 'waiver'
  readonly until: Day | null
  readonly instalments: number | null
  readonly source: 'approval' | 'grant' | 'policy' | 'usual'
  readonly usedAt: Instant
}

/** The latest times that room was used with a customer. */
export async function selectUses(tx: Transaction, customerId: string): Promise<UseRead[]> {
  const { rows } = await sql<UseRead>`
    select u.id, p.id as person_id, p.name as person_name, u.subject_kind as kind,
      (u.terms ->> 'until')::date as until, (u.terms ->> 'instalments')::integer as instalments,
      case when u.approval_id is not null then 'approval' when u.grant_id is not null then 'grant'
        when u.limit_id is not null then 'policy' else 'usual' end as source, u.used_at
    from mandate_uses u left join people p on p.id = u.person_id
    where u.customer_id = ${customerId}
    order by u.used_at desc, u.id desc
    limit 20`.execute(tx)
  return rows
}

/** Promises and plans that were made since a day. */
export async function selectAgreed(
  tx: Transaction,
  organisationId: string,
  since: Day,
): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`
    select c.segment, p.currency, p.amount_minor as minor, p.made_on, p.promised_for as until,
      1 as instalments, 100 as first_payment_percent, false as waives_charges
    from promises p join customers c on c.id = p.customer_id
    where p.organisation_id = ${organisationId} and p.made_on >= ${since}
      and p.state <> 'withdrawn'
    union all
    select c.segment, l.currency, l.total_minor, l.agreed_on, max(n.due_on), count(*)::integer,
      floor(sum(n.amount_minor) filter (where n.number = 1) * 100 / l.total_minor)::integer,
      l.waives_charges
    from plans l join customers c on c.id = l.customer_id
    join plan_instalments n on n.plan_id = l.id
    where l.organisation_id = ${organisationId} and l.agreed_on >= ${since}
    group by c.segment, l.id, l.currency, l.total_minor, l.agreed_on, l.waives_charges`.execute(tx)
  return rows
}
