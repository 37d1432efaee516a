import { sql } from 'kysely'

import { idArray } from '../../../database/arrays.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import type { ContactFact, OutsideContact } from '../rules/facts.ts'
import type { Scope } from './candidates.ts'

export type CustomerRow = {
  readonly id: string
  readonly name: string
  readonly segment: 'commercial' | 'consumer'
  readonly country: string
  readonly region: string
  readonly language: string
  readonly timeZone: string
  readonly tags: string[]
  readonly legalForm: string
  readonly ownerId: string | null
  readonly ownerTeamId: string | null
  readonly legalEntityId: string
  readonly termsDays: number
  readonly collectorId: string | null
  readonly playbookId: string | null
  readonly hasAddress: boolean
}

export async function selectCustomers(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    select c.id, c.name, c.segment, c.country, c.region, c.language, c.time_zone, c.tags,
      c.legal_form, c.owner_id, m.team_id as owner_team_id, c.legal_entity_id,
      coalesce(c.terms_days, e.default_terms_days) as terms_days, c.collector_id, c.playbook_id,
      c.address <> '' as has_address
    from customers c join legal_entities e on e.id = c.legal_entity_id
    left join members m on m.person_id = c.owner_id and m.organisation_id = c.organisation_id
    where c.id = any(${idArray(customerIds)}::uuid[]) order by c.id`.execute(tx)
  return rows
}

type ContactRow = Omit<ContactFact, 'recentMessages'> & { readonly customerId: string }

export async function selectContacts(
  tx: Transaction,
  { customerIds }: Scope,
): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select customer_id, id, role, is_primary, language, time_zone, email_hash,
      email_bounced_at is not null as has_bounced, phone_hash,
      case when email_bounced_at is not null then (select (email_bounced_at at time zone c.time_zone)
        ::date from customers c where c.id = contacts.customer_id) end as bounced_on,
      sms_consent_at is not null as has_sms_consent, do_not_contact
    from contacts
    where customer_id = any(${idArray(customerIds)}::uuid[]) and removed_at is null
    order by customer_id, id`.execute(tx)
  return rows
}

/** How often each person was written to after a day, whatever the customer and the channel. */
export async function selectRecentCounts(
  tx: Transaction,
  organisationId: string,
  asked: { hashes: readonly string[]; after: Day } & Pick<Scope, 'isTest' | 'without'>,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ hash: string; messages: number }>`
    select recipient_hash as hash, count(*)::integer as messages from messages
    where organisation_id = ${organisationId} and recipient_hash = any(${asked.hashes}::text[])
      and on_day > ${asked.after}::date and state not in ('refused', 'bounced', 'withdrawn')
      and (${asked.isTest} or not is_test) and id <> all(${asked.without}::uuid[])
    group by recipient_hash`.execute(tx)
  return new Map(rows.map(({ hash, messages }) => [hash, messages]))
}

/** The last day on which anybody got in touch: we, a colleague by phone, or another system. */
export async function selectLastContacts(
  tx: Transaction,
  { customerIds, isTest, without }: Scope,
): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ customerId: string; lastOn: Day }>`
    select customer_id, max(on_day) as last_on from (
      select customer_id, on_day from messages
      where customer_id = any(${idArray(customerIds)}::uuid[])
        and state not in ('refused', 'bounced', 'withdrawn') and (${isTest} or not is_test)
        and id <> all(${without}::uuid[])
        -- Who asks for a copy is not got in touch with: nobody puts a step off by asking again.
        and step_key <> 'message_copy'
      union all
      select customer_id, on_day from outside_contacts
      where customer_id = any(${idArray(customerIds)}::uuid[])
      union all
      select customer_id, on_day from outcomes
      where customer_id = any(${idArray(customerIds)}::uuid[]) and kind <> 'not_reached'
      union all
      select t.customer_id, (coalesce(t.closed_at, t.created_at) at time zone c.time_zone)::date
      from tasks t join customers c on c.id = t.customer_id
      where t.customer_id = any(${idArray(customerIds)}::uuid[])
        and t.kind in ('call', 'visit', 'letter', 'sms')
        and (t.state = 'done' or (t.state = 'open' and t.playbook_id is not null
          and not exists (select from reached_steps s where s.task_id = t.id)))
      union all
      select s.customer_id, s.reached_on from reached_steps s join tasks t on t.id = s.task_id
      where s.customer_id = any(${idArray(customerIds)}::uuid[]) and s.released_at is null
        and t.kind in ('call', 'visit', 'letter', 'sms') and (${isTest} or not s.is_test)
    ) contacts
    group by customer_id`.execute(tx)
  return new Map(rows.map(({ customerId, lastOn }) => [customerId, lastOn]))
}

export async function selectOutsideContacts(tx: Transaction, { customerIds }: Scope) {
  const { rows } = await sql<OutsideContact & { customerId: string }>`
    select customer_id, receivable_id, on_day as "on", level from outside_contacts
    where customer_id = any(${idArray(customerIds)}::uuid[]) and level > 0
    order by customer_id, on_day, id`.execute(tx)
  return rows
}
