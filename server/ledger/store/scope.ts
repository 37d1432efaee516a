import { sql, type RawBuilder } from 'kysely'

/** Which customers something is about: every part given must hold. `owners` is the actor's scope. */
export type CustomerScope = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly entity?: string | undefined
  readonly owner?: string | undefined
  readonly collector?: string | undefined
  readonly segment?: string | undefined
  readonly customer?: string | undefined
  readonly scope?: 'account' | 'group' | undefined
}

export type Condition = RawBuilder<unknown>

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`
}

/** Conditions on the customer `c`; only those in use, so that each question has its own plan. */
export function conditionsOf(scope: CustomerScope): Condition[] {
  const conditions = [sql`c.organisation_id = ${scope.organisationId}`]
  if (scope.owners) conditions.push(sql`c.owner_id = any(${scope.owners}::uuid[])`)
  if (scope.entity) conditions.push(sql`c.legal_entity_id = ${scope.entity}`)
  if (scope.owner) conditions.push(isPerson(sql`c.owner_id`, scope.owner))
  if (scope.collector) conditions.push(isPerson(sql`c.collector_id`, scope.collector))
  if (scope.segment) conditions.push(sql`c.segment = ${scope.segment}`)
  if (scope.customer) {
    conditions.push(
      scope.scope === 'group'
        ? sql`c.id in (${groupOf(scope.customer)})`
        : sql`c.id = ${scope.customer}`,
    )
  }
  return conditions
}

/** Whether a scope asks anything of customers beyond the organisation and entity, which items know. */
export function asksCustomers(scope: CustomerScope): boolean {
  const { owners, owner, collector, segment } = scope
  return Boolean(owners ?? owner ?? collector ?? segment)
}

export function isPerson(column: Condition, person: string): Condition {
  return person === 'none' ? sql`${column} is null` : sql`${column} = ${person}`
}

/** A customer and everything beneath it. */
export function groupOf(customerId: string): Condition {
  return sql`
    with recursive members as (
      select id from customers where id = ${customerId}
      union select child.id from customers child join members on child.parent_id = members.id
    ) select id from members`
}
