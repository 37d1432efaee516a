import { sql } from 'kysely'

import { inOrganisation } from '../../server/database/tenancy.ts'
import { newId } from '../../server/kernel/ids.ts'
import { indexNames, refreshBalances } from '../../server/ledger/index.ts'
import type { World } from '../../server/world.ts'

/** So many customers with an address each, who owe an invoice that was due on 27 February 2026. */
export async function putDebtors(
  world: World,
  organisationId: string,
  count: number,
): Promise<string> {
  const keys = await world.secrets.of(organisationId)
  const entityId = newId()
  const sourceId = newId()
  const at = world.clock()
  const ids = Array.from({ length: count }, () => [newId(), newId(), newId(), newId()] as const)
  const emails = ids.map((_, index) => `debtor${index}@customer.test`)
  const of = (place: 0 | 1 | 2 | 3) => ids.map((row) => row[place])
  return inOrganisation(world.db, organisationId, async (tx) => {
    await sql`insert into legal_entities (id, organisation_id, name, code, currency, time_zone,
        country, balances_on, created_at)
      values (${entityId}, ${organisationId}, 'Example Ltd', 'E', 'EUR', 'Europe/Berlin', 'DE',
        ${at.slice(0, 10)}, ${at})`.execute(tx)
    await sql`insert into sources (id, organisation_id, legal_entity_id, kind, name,
        ledger_synced_at, payments_considered_until, created_at)
      values (${sourceId}, ${organisationId}, ${entityId}, 'file', 'Ledger', ${at},
        ${at.slice(0, 10)}, ${at})`.execute(tx)
    await sql`insert into customers (id, organisation_id, legal_entity_id, number, name, time_zone,
        country, created_at)
      select id, ${organisationId}, ${entityId}, 'C' || n, 'Customer ' || n, 'Europe/Berlin', 'DE',
        ${at}::timestamptz
      from unnest(${of(0)}::uuid[]) with ordinality as c (id, n)`.execute(tx)
    await sql`insert into contacts (id, organisation_id, customer_id, email, email_hash, is_primary,
        created_at)
      select id, ${organisationId}, customer_id, email, hash, true, ${at}::timestamptz
      from unnest(${of(1)}::uuid[], ${of(0)}::uuid[], ${emails.map(keys.encrypt)}::text[],
        ${emails.map(keys.hash)}::text[]) as c (id, customer_id, email, hash)`.execute(tx)
    await sql`insert into receivables (id, organisation_id, legal_entity_id, customer_id, kind,
        number, issued_on, currency, total_minor, source_id, external_id, created_at)
      select id, ${organisationId}, ${entityId}, customer_id, 'invoice', 'R' || n, '2026-01-28',
        'EUR', 10000 + n, ${sourceId}, 'R' || n, ${at}::timestamptz
      from unnest(${of(2)}::uuid[], ${of(0)}::uuid[]) with ordinality as r (id, customer_id, n)`.execute(
      tx,
    )
    await sql`insert into open_items (id, organisation_id, legal_entity_id, customer_id,
        receivable_id, issued_on, due_on, currency, total_minor, open_minor)
      select i.id, r.organisation_id, r.legal_entity_id, r.customer_id, r.id, r.issued_on,
        '2026-02-27', r.currency, r.total_minor, r.total_minor
      from unnest(${of(3)}::uuid[], ${of(2)}::uuid[]) as i (id, receivable_id)
      join receivables r on r.id = i.receivable_id`.execute(tx)
    await indexNames(tx, organisationId, 'all')
    await refreshBalances(tx, organisationId, 'all')
    return entityId
  })
}
