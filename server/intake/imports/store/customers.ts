import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'

export type GatheredCustomer = {
  readonly entityId: string
  readonly customerKey: string
  readonly number: string | null
  readonly line: number
  readonly names: readonly string[]
  readonly details: readonly string[]
  readonly currency: string | null
}

export async function gatheredCustomers(
  tx: Transaction,
  from: number,
  to: number,
): Promise<GatheredCustomer[]> {
  const { rows } = await sql<GatheredCustomer>`
    select entity_id, customer_key, number, line, names, details, currency
    from stage_customers where place > ${from} and place <= ${to} order by place`.execute(tx)
  return rows
}

export type Insurance = {
  /** Empty when nobody insures what they owe. */
  readonly insurer: string
  readonly insurancePolicy: string
  readonly insuranceLimitMinor: number | null
  readonly insuranceLimitCurrency: string | null
  readonly insuredUntil: Day | null
}

export type KnownCustomer = Insurance & {
  readonly id: string
  readonly legalEntityId: string
  readonly number: string
  readonly name: string
  readonly nameKey: string
  readonly segment: 'commercial' | 'consumer'
  readonly legalForm: string
  readonly language: string
  readonly country: string
  readonly region: string
  readonly timeZone: string
  readonly address: string
  readonly vatId: string
  readonly termsDays: number | null
  readonly creditLimitMinor: number | null
  readonly creditLimitCurrency: string | null
  readonly ownerId: string | null
  readonly collectorId: string | null
  readonly parentId: string | null
}

/** Customers by their numbers, or by their names where the file has no number. */
export async function selectKnown(
  tx: Transaction,
  organisationId: string,
  wanted: { numbers: readonly string[]; names: readonly string[] },
): Promise<KnownCustomer[]> {
  const columns = sql`c.id, c.legal_entity_id, c.number, c.name, c.name_key, c.segment, c.legal_form,
    c.language, c.country, c.region, c.time_zone, c.address, c.vat_id, c.terms_days,
    c.credit_limit_minor, c.credit_limit_currency, c.insurer, c.insurance_policy,
    c.insurance_limit_minor, c.insurance_limit_currency, c.insured_until, c.owner_id, c.collector_id, c.parent_id`
  const { rows } = await sql<KnownCustomer>`
    select ${columns} from customers c
    where c.organisation_id = ${organisationId} and c.number = any(${wanted.numbers}::text[])
    union
    select ${columns} from customers c
    where c.organisation_id = ${organisationId}
      and c.name_key = any(array(select plain_text(n) from unnest(${wanted.names}::text[]) n))`.execute(
    tx,
  )
  return rows
}

/** A text as names are compared. */
export async function plainTexts(tx: Transaction, texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ plain: string }>`
    select plain_text(t) as plain from unnest(${texts}::text[]) with ordinality u (t, n)
    order by n`.execute(tx)
  return rows.map(({ plain }) => plain)
}

export type PlannedCustomer = {
  readonly entityId: string
  readonly customerKey: string
  readonly customerId: string
  readonly termsDays: number | null
  readonly isNew: boolean
}

export async function insertPlanned(
  tx: Transaction,
  rows: readonly PlannedCustomer[],
): Promise<void> {
  await sql`
    insert into plan_customers (entity_id, customer_key, customer_id, terms_days, is_new)
    select * from unnest(${rows.map((row) => row.entityId)}::uuid[],
      ${rows.map((row) => row.customerKey)}::text[], ${rows.map((row) => row.customerId)}::uuid[],
      ${rows.map((row) => row.termsDays)}::integer[], ${rows.map((row) => row.isNew)}::boolean[])`.execute(
    tx,
  )
}

export type CustomerValues = Omit<KnownCustomer, 'nameKey' | 'parentId'>

type Writing = {
  readonly organisationId: string
  readonly sourceId: string
  readonly at: Instant
}

function columnsOf(rows: readonly CustomerValues[]) {
  return sql`unnest(${rows.map((row) => row.id)}::uuid[],
    ${rows.map((row) => row.legalEntityId)}::uuid[], ${rows.map((row) => row.number)}::text[],
    ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.segment)}::text[],
    ${rows.map((row) => row.legalForm)}::text[], ${rows.map((row) => row.language)}::text[],
    ${rows.map((row) => row.country)}::text[], ${rows.map((row) => row.region)}::text[],
    ${rows.map((row) => row.timeZone)}::text[], ${rows.map((row) => row.address)}::text[],
    ${rows.map((row) => row.vatId)}::text[], ${rows.map((row) => row.termsDays)}::integer[],
    ${rows.map((row) => row.creditLimitMinor)}::bigint[],
    ${rows.map((row) => row.creditLimitCurrency)}::text[],
    ${rows.map((row) => row.insurer)}::text[], ${rows.map((row) => row.insurancePolicy)}::text[],
    ${rows.map((row) => row.insuranceLimitMinor)}::bigint[],
    ${rows.map((row) => row.insuranceLimitCurrency)}::text[],
    ${rows.map((row) => row.insuredUntil)}::date[],
    ${rows.map((row) => row.ownerId)}::uuid[], ${rows.map((row) => row.collectorId)}::uuid[])
    as v (id, legal_entity_id, number, name, segment, legal_form, language, country, region,
      time_zone, address, vat_id, terms_days, credit_limit_minor, credit_limit_currency, insurer,
      insurance_policy, insurance_limit_minor, insurance_limit_currency, insured_until, owner_id,
      collector_id)`
}

export async function insertCustomers(
  tx: Transaction,
  { organisationId, sourceId, at }: Writing,
  rows: readonly CustomerValues[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into customers (id, organisation_id, legal_entity_id, number, name, segment, legal_form,
      language, country, region, time_zone, address, vat_id, terms_days, credit_limit_minor,
      credit_limit_currency, insurer, insurance_policy, insurance_limit_minor,
      insurance_limit_currency, insured_until, owner_id, collector_id, source_id, external_id, created_at)
    select v.id, ${organisationId}::uuid, v.legal_entity_id, v.number, v.name, v.segment,
      v.legal_form, v.language, v.country, v.region, v.time_zone, v.address, v.vat_id, v.terms_days,
      v.credit_limit_minor, v.credit_limit_currency, v.insurer, v.insurance_policy,
      v.insurance_limit_minor, v.insurance_limit_currency, v.insured_until, v.owner_id,
      v.collector_id,
      ${sourceId}::uuid, v.number, ${at}::timestamptz
    from ${columnsOf(rows)}`.execute(tx)
}

export async function updateCustomers(
  tx: Transaction,
  rows: readonly CustomerValues[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update customers c set name = v.name, segment = v.segment, legal_form = v.legal_form,
      language = v.language, country = v.country, region = v.region, time_zone = v.time_zone,
      address = v.address, vat_id = v.vat_id, terms_days = v.terms_days,
      credit_limit_minor = v.credit_limit_minor, credit_limit_currency = v.credit_limit_currency,
      insurer = v.insurer, insurance_policy = v.insurance_policy,
      insurance_limit_minor = v.insurance_limit_minor,
      insurance_limit_currency = v.insurance_limit_currency, insured_until = v.insured_until,
      owner_id = v.owner_id, collector_id = v.collector_id
    from ${columnsOf(rows)} where c.id = v.id`.execute(tx)
}

export type OwnerFrom = {
  readonly customerId: string
  readonly ownerId: string
  readonly fromOn: Day
}

export async function insertOwners(
  tx: Transaction,
  { organisationId, at }: Writing,
  rows: readonly (OwnerFrom & { id: string; recordedBy: string | null })[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into customer_owners (id, organisation_id, customer_id, owner_id, from_on, recorded_at,
      recorded_by)
    select v.id, ${organisationId}::uuid, v.customer_id, v.owner_id, v.from_on, ${at}::timestamptz,
      v.recorded_by
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.customerId)}::uuid[],
      ${rows.map((row) => row.ownerId)}::uuid[], ${rows.map((row) => row.fromOn)}::date[],
      ${rows.map((row) => row.recordedBy)}::uuid[]) as v (id, customer_id, owner_id, from_on, recorded_by)`.execute(
    tx,
  )
}

/** Ties children to parents by the parent's number; says which numbers nobody has. */
export async function linkParents(
  tx: Transaction,
  organisationId: string,
  rows: readonly { customerId: string; entityId: string; parentNumber: string }[],
): Promise<string[]> {
  if (rows.length === 0) return []
  const given = sql`unnest(${rows.map((row) => row.customerId)}::uuid[],
    ${rows.map((row) => row.entityId)}::uuid[], ${rows.map((row) => row.parentNumber)}::text[])
    as v (id, legal_entity_id, parent_number)`
  await sql`
    update customers c set parent_id = p.id from ${given} join customers p
      on p.organisation_id = ${organisationId} and p.legal_entity_id = v.legal_entity_id
      and p.number = v.parent_number
    where c.id = v.id and p.id <> c.id and c.parent_id is distinct from p.id`.execute(tx)
  const unknown = await sql<{ parentNumber: string }>`
    select distinct v.parent_number from ${given}
    where not exists (select from customers p where p.organisation_id = ${organisationId}
      and p.legal_entity_id = v.legal_entity_id and p.number = v.parent_number)`.execute(tx)
  return unknown.rows.map(({ parentNumber }) => parentNumber)
}

/** Whoever works here, to find owners by name or address. */
export function selectPeople(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.personId')
    .where('members.organisationId', '=', organisationId)
    .where('members.leftAt', 'is', null)
    .select(['people.id', 'people.name', 'people.emailHash'])
    .execute()
}
