import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { beginsWith, foundBy, type SearchTerms } from './filter.ts'

type Search = {
  readonly organisationId: string
  readonly owners: readonly string[] | null
  readonly terms: SearchTerms
  readonly limit: number
}

export type FoundCustomer = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly country: string
}

/** Customers by words of name and number, those with most overdue first. */
export async function searchCustomers(tx: Transaction, search: Search): Promise<FoundCustomer[]> {
  const { organisationId, owners, terms, limit } = search
  if (terms.words.length === 0) return []
  const { rows } = await sql<FoundCustomer>`
    select c.id, c.number, c.name, c.country
    from customers c join customer_standings s on s.customer_id = c.id
    where c.id in (${foundBy(organisationId, { words: terms.words, numbers: [] })})
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    order by s.overdue_weight desc, c.id limit ${limit}`.execute(tx)
  return rows
}

export type FoundReceivable = {
  readonly id: string
  readonly number: string
  readonly kind: 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
  readonly issuedOn: Day
  readonly totalMinor: number
  readonly currency: string
  readonly customerId: string
  readonly customerNumber: string
  readonly customerName: string
}

/** Documents by the beginning of their number. */
export async function searchReceivables(
  tx: Transaction,
  { organisationId, owners, terms, limit }: Search,
): Promise<FoundReceivable[]> {
  if (terms.numbers.length === 0) return []
  const beginnings = terms.numbers.map((number) => sql`(${beginsWith(sql`r.number`, number)})`)
  const { rows } = await sql<FoundReceivable>`
    select r.id, r.number, r.kind, r.issued_on, r.total_minor, r.currency, c.id as customer_id,
      c.number as customer_number, c.name as customer_name
    from receivables r join customers c on c.id = r.customer_id
    where r.organisation_id = ${organisationId} and (${sql.join(beginnings, sql` or `)})
      and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))
    order by r.number, r.id limit ${limit}`.execute(tx)
  return rows
}

export type Facets = {
  readonly countries: string[]
  readonly currencies: string[]
  readonly tags: string[]
  readonly owners: { readonly id: string; readonly name: string }[]
  readonly collectors: { readonly id: string; readonly name: string }[]
}

/** The values that customers of the actor's scope have. */
export async function selectFacets(
  tx: Transaction,
  organisationId: string,
  owners: readonly string[] | null,
): Promise<Facets> {
  const theirs = sql`(select * from customers c where c.organisation_id = ${organisationId}
    and (${owners}::uuid[] is null or c.owner_id = any(${owners}::uuid[]))) c`
  const people = (column: 'owner_id' | 'collector_id') => sql`
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name)
      from people p where p.id in (select ${sql.ref(`c.${column}`)} from ${theirs})), '[]')`
  const { rows } = await sql<Facets>`
    select array(select distinct c.country from ${theirs} where c.country <> '' order by 1)
        as countries,
      array(select distinct b.currency from customer_balances b
        join ${theirs} on c.id = b.customer_id order by 1) as currencies,
      array(select distinct tag from ${theirs} cross join unnest(c.tags) tag order by 1) as tags,
      ${people('owner_id')} as owners, ${people('collector_id')} as collectors`.execute(tx)
  return rows[0] ?? { countries: [], currencies: [], tags: [], owners: [], collectors: [] }
}
