import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Money } from '../../../kernel/money.ts'

export type SegmentRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly legalEntityId: string
  readonly segment: 'commercial' | 'consumer'
  readonly country: string
  readonly region: string
  readonly timeZone: string
  readonly tags: readonly string[]
  readonly legalForm: string
  readonly ownerId: string | null
  readonly ownerTeamId: string | null
  readonly termsDays: number
  readonly playbookId: string | null
  readonly owed: readonly Money[]
}

/** Every customer with what segments ask for, by name. */
export async function selectSegmentRows(
  tx: Transaction,
  organisationId: string,
): Promise<SegmentRow[]> {
  const { rows } = await sql<SegmentRow>`
    select c.id, c.number, c.name, c.legal_entity_id, c.segment, c.country, c.region, c.time_zone,
      c.tags, c.legal_form, c.owner_id, m.team_id as owner_team_id,
      coalesce(c.terms_days, e.default_terms_days) as terms_days, c.playbook_id,
      coalesce(b.owed, '[]'::json) as owed
    from customers c join legal_entities e on e.id = c.legal_entity_id
    left join members m on m.person_id = c.owner_id and m.organisation_id = c.organisation_id
    left join (
      select customer_id,
        json_agg(json_build_object('currency', currency, 'minor', owed_minor)) as owed
      from customer_balances where organisation_id = ${organisationId} and owed_minor > 0
      group by customer_id) b on b.customer_id = c.id
    where c.organisation_id = ${organisationId} and c.vanished_on is null
    order by c.name_key, c.id`.execute(tx)
  return rows
}

/** Names of customers, contacts and colleagues for a list of entries that is not stored. */
export async function selectNames(
  tx: Transaction,
  ids: { customers: readonly string[]; contacts: readonly string[]; people: readonly string[] },
) {
  const customers = await sql<{ id: string; number: string; name: string }>`
    select id, number, name from customers where id = any(${ids.customers}::uuid[])`.execute(tx)
  const contacts = await sql<{ id: string; name: string }>`
    select id, name from contacts where id = any(${ids.contacts}::uuid[])`.execute(tx)
  const people = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${ids.people}::uuid[])`.execute(tx)
  return {
    customers: new Map(customers.rows.map((row) => [row.id, row])),
    /** Encrypted. */
    contacts: new Map(contacts.rows.map(({ id, name }) => [id, name])),
    people: new Map(people.rows.map(({ id, name }) => [id, name])),
  }
}
