import type pg from 'pg'

import { inOrganisation } from '../server/database/tenancy.ts'
import { newId } from '../server/kernel/ids.ts'
import { indexNames, openBooks, refreshBalances } from '../server/ledger/index.ts'
import type { Ground } from './ground.ts'

export type Shape = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly customers: number
  readonly openItems: number
  /** Paid receivables beside the open ones, for figures of the past. */
  readonly closedItems: number
  readonly today: string
}

/**
 * Puts a made-up ledger in by set-based statements: due days spread over the last 150 and the next
 * 40 days, amounts of 10 to 5,000, three currencies by customer. The same numbers give the same rows.
 */
export async function putLedger(ground: Ground, shape: Shape): Promise<void> {
  const client = ground.owner
  const { organisationId, legalEntityId } = shape
  const sourceId = newId()
  // The rows fit each other by construction: no foreign key is asked, which would take most of the time.
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into sources (id, organisation_id, legal_entity_id, kind, name, ledger_synced_at,
       payments_considered_until, created_at)
     values ($1, $2, $3, 'file', 'Bench', now(), $4::date, now())`,
    [sourceId, organisationId, legalEntityId, shape.today],
  )
  await putCustomers(client, shape, sourceId)
  await putReceivables(client, shape, { sourceId, from: 0, to: shape.openItems, isOpen: true })
  const last = shape.openItems + shape.closedItems
  await putReceivables(client, shape, { sourceId, from: shape.openItems, to: last, isOpen: false })
  await client.query('drop table bench_customers')
  await client.query('set session_replication_role = origin')
  await client.query('analyze')
  await keepAccounts(ground, shape)
}

async function putCustomers(client: pg.Client, shape: Shape, sourceId: string): Promise<void> {
  await client.query('drop table if exists bench_customers')
  await client.query(
    `create unlogged table bench_customers as
     select g as n, gen_random_uuid() as id, (array['EUR', 'EUR', 'EUR', 'GBP', 'USD'])[1 + g % 5] as currency
     from generate_series(0, $1::integer - 1) g`,
    [shape.customers],
  )
  await client.query('create index on bench_customers (n)')
  await client.query(
    `insert into customers (id, organisation_id, legal_entity_id, number, name, country, language,
       time_zone, terms_days, source_id, created_at)
     select id, $1, $2, 'C' || n, 'Customer ' || n, 'DE', 'de', 'Europe/Berlin', 30, $3, now()
     from bench_customers`,
    [shape.organisationId, shape.legalEntityId, sourceId],
  )
}

type Part = {
  readonly sourceId: string
  readonly from: number
  readonly to: number
  readonly isOpen: boolean
}

async function putReceivables(client: pg.Client, shape: Shape, part: Part): Promise<void> {
  if (part.to === part.from) return
  await client.query('drop table if exists bench_receivables')
  await client.query(
    `create unlogged table bench_receivables as
     select g as n, gen_random_uuid() as id, gen_random_uuid() as item_id,
       c.id as customer_id, c.currency,
       $3::date + ((g::bigint * 7919) % 190)::integer - 150 - $4::integer as due_on,
       (1000 + (g::bigint * 104729) % 499000)::bigint as total
     from generate_series($1::integer, $2::integer - 1) g
     join bench_customers c on c.n = (g::bigint * 31) % $5::integer`,
    [part.from, part.to, shape.today, part.isOpen ? 0 : 200, shape.customers],
  )
  await client.query(
    `insert into receivables (id, organisation_id, legal_entity_id, customer_id, kind, number,
       issued_on, currency, total_minor, source_id, external_id, created_at)
     select id, $1, $2, customer_id, 'invoice', 'R' || n, due_on - 30, currency, total, $3,
       'invoice:R' || n, now()
     from bench_receivables`,
    [shape.organisationId, shape.legalEntityId, part.sourceId],
  )
  await client.query(
    `insert into open_items (id, organisation_id, legal_entity_id, customer_id, receivable_id,
       issued_on, due_on, currency, total_minor, open_minor, closed_on)
     select item_id, $1, $2, customer_id, id, due_on - 30, due_on, currency, total,
       case when $3 then total else 0 end, case when $3 then null else due_on + 9 end
     from bench_receivables`,
    [shape.organisationId, shape.legalEntityId, part.isOpen],
  )
  if (!part.isOpen) await putPayments(client, shape, part.sourceId)
  await client.query('drop table bench_receivables')
}

async function putPayments(client: pg.Client, shape: Shape, sourceId: string): Promise<void> {
  await client.query('alter table bench_receivables add payment_id uuid default gen_random_uuid()')
  await client.query(
    `insert into payments (id, organisation_id, legal_entity_id, customer_id, amount_minor, currency,
       received_on, source_id, external_id, recorded_at)
     select payment_id, $1, $2, customer_id, total, currency, due_on + 9, $3, 'P' || n, now()
     from bench_receivables`,
    [shape.organisationId, shape.legalEntityId, sourceId],
  )
  await client.query(
    `insert into allocations (id, organisation_id, customer_id, open_item_id, payment_id, kind,
       amount_minor, allocated_on, recorded_at)
     select gen_random_uuid(), $1, customer_id, item_id, payment_id, 'payment', total, due_on + 9,
       now()
     from bench_receivables`,
    [shape.organisationId],
  )
}

/** Balances and search words, as the ledger keeps them itself. */
async function keepAccounts({ world }: Ground, { organisationId }: Shape): Promise<void> {
  await inOrganisation(world.db, organisationId, async (tx) => {
    await openBooks(tx, organisationId, world.clock())
    await refreshBalances(tx, organisationId, 'all')
    await indexNames(tx, organisationId, 'all')
  })
}
