import { sql } from 'kysely'

import { connect, type Database } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'

type Column = {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  /** The values that a check allows, when it lists them. */
  readonly allowed: string[] | null
  /** The table that a foreign key leads to. */
  readonly leadsTo: string | null
}
export type TenantTable = { readonly name: string; readonly columns: readonly Column[] }

/** The value of a column where the catalogue does not say enough. A new table may need a line here. */
const VALUES: Readonly<Record<string, unknown>> = {
  currency: 'EUR',
  base: 'EUR',
  quote: 'USD',
  country: 'DE',
  language: 'en',
  time_zone: 'Europe/Berlin',
  message_domain: 'example.test',
  port: 25,
  'members.roles': ['seller'],
  'events.name': 'sample.made',
  'templates.key': 'sample',
  // Encrypted: nothing rather than what no key opens.
  'comments.body': '',
  'replies.body': '',
  'messages.recipients': '',
  'messages.subject': '',
  'messages.body_text': '',
  'messages.body_html': '',
  'messages.snapshot': '',
  'signing_keys.fingerprint': '0'.repeat(64),
  'signed_links.recipient': '',
  'dispute_questions.recipient_name': '',
  'dispute_questions.recipient_address': '',
  'dispute_questions.question': '',
  'records.snapshot': '',
  'records.signer': '',
  'records.document_hash': '0'.repeat(64),
  'record_signatures.signer': '',
  'record_endings.why': '',
  'record_seals.state': 'not_sealed',
  'record_mails.recipient_name': '',
  'record_mails.recipient_address': '',
  'webhook_targets.url': '',
  'notification_rules.condition': '{}',
  'notification_habits.morning': '07:30',
}

/** References that a check or a trigger asks for. */
const REFERENCES: Readonly<Record<string, string>> = {
  'allocations.payment_id': 'payments',
  'reached_steps.open_item_id': 'open_items',
  'record_signatures.witnessed_by': 'people',
}

/** Tables that belong to an organisation, parents before children, straight from the catalogue. */
export async function tenantTables(world: Pick<World, 'ownerUrl'>): Promise<TenantTable[]> {
  const owner = connect(world.ownerUrl, { as: 'owner', connections: 1 })
  try {
    const { rows } = await sql<{ table: string } & Column>`
      select c.relname::text as table, a.attname::text as name,
        format_type(a.atttypid, null) as type,
        a.attnotnull and not a.atthasdef and a.attgenerated = '' as is_required,
        (select array(select (regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g'))[1])
          from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
            and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'
          limit 1) as allowed,
        (select f.confrelid::regclass::text from pg_constraint f
          where f.conrelid = c.oid and f.contype = 'f' and f.conkey[1] = a.attnum
            and f.confrelid <> 'organisations'::regclass limit 1) as leads_to
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and exists (
        select from pg_attribute o where o.attrelid = c.oid
          and o.attname = 'organisation_id' and o.attnotnull)
      order by c.relname, a.attnum`.execute(owner)
    const names = [...new Set(rows.map(({ table }) => table))]
    return parentsFirst(
      names.map((name) => ({ name, columns: rows.filter(({ table }) => table === name) })),
    )
  } finally {
    await owner.destroy()
  }
}

function parentsFirst(tables: readonly TenantTable[]): TenantTable[] {
  const placed: TenantTable[] = []
  const isPlaced = (name: string) => placed.some((table) => table.name === name)
  const isOurs = (name: string) => tables.some((table) => table.name === name)
  while (placed.length < tables.length) {
    const next = tables.find(
      ({ name, columns }) =>
        !isPlaced(name) &&
        columns.every((column) => {
          const parent = parentOf(name, column)
          return parent === null || !isOurs(parent) || isPlaced(parent)
        }),
    )
    if (!next) throw new Error('the tables refer to each other in a circle')
    placed.push(next)
  }
  return placed
}

/** The table that a row has to refer to. */
function parentOf(table: string, { name, leadsTo, isRequired }: Column): string | null {
  return REFERENCES[`${table}.${name}`] ?? (isRequired ? leadsTo : null)
}

export type Everything = {
  /** The id of the row in each table; for tables without one, of the customer that it is about. */
  readonly ids: ReadonlyMap<string, string>
  readonly personId: string
}

/**
 * One row in every table of an organisation, unless there is one. Texts say what `markOf` gives for
 * their table, so that a leak can be recognised.
 */
export async function givenEverything(
  world: World,
  organisationId: string,
  fields: { markOf: (table: TenantTable) => string; personId: string; ownerId: string },
): Promise<Everything> {
  const ids = new Map<string, string>([['people', fields.personId]])
  for (const table of await tenantTables(world)) {
    const row = rowOf(table, { ...fields, mark: fields.markOf(table), organisationId, ids })
    const id = typeof row['id'] === 'string' ? row['id'] : ids.get('customers')
    ids.set(table.name, id ?? organisationId)
    await insert(world.db, organisationId, table, row)
  }
  return { ids, personId: fields.personId }
}

type Context = {
  readonly organisationId: string
  readonly mark: string
  readonly ownerId: string
  readonly ids: ReadonlyMap<string, string>
}

function rowOf(table: TenantTable, context: Context): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const column of table.columns) {
    const place = `${table.name}.${column.name}`
    const reference = REFERENCES[place]
    if (column.name === 'owner_id') row[column.name] = context.ownerId
    else if (reference !== undefined) row[column.name] = context.ids.get(reference)
    else if (column.isRequired) row[column.name] = VALUES[place] ?? valueOf(column, context)
  }
  return row
}

function valueOf(column: Column, { organisationId, mark, ids }: Context): unknown {
  if (column.name === 'organisation_id') return organisationId
  if (column.name === 'id') return newId()
  if (column.leadsTo) return ids.get(column.leadsTo)
  const [allowed] = column.allowed ?? []
  if (allowed !== undefined) return allowed
  if (column.name in VALUES) return VALUES[column.name]
  if (column.name === 'customer_id') return ids.get('customers')
  return sampleOf(column.type, `${mark} ${column.name}`)
}

function sampleOf(type: string, text: string): unknown {
  switch (type) {
    case 'uuid':
      return newId()
    case 'text':
      return text
    case 'text[]':
    case 'uuid[]':
      return []
    case 'boolean':
      return false
    case 'date':
      return '2026-03-01'
    case 'timestamp with time zone':
      return '2026-03-01T08:00:00Z'
    case 'bigint':
    case 'integer':
    case 'numeric':
    case 'double precision':
      return 1
    case 'jsonb':
      return '[]'
    case 'bytea':
      return Buffer.from(text)
    default:
      throw new Error(`teach server/testing/given/everything.ts about the type ${type}`)
  }
}

async function insert(
  db: Database,
  organisationId: string,
  table: TenantTable,
  row: Record<string, unknown>,
): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.id(name)))
  const values = sql.join(Object.values(row))
  try {
    await inOrganisation(db, organisationId, (tx) =>
      sql`insert into ${sql.table(table.name)} (${columns}) values (${values})
        on conflict do nothing`.execute(tx),
    )
  } catch (cause) {
    const hint = `teach server/testing/given/everything.ts how a row of ${table.name} looks`
    throw new Error(`${hint}: ${String(cause)}`, { cause })
  }
}

/** Whether a table's rows are about one customer each. */
export function isAboutCustomer({ name, columns }: TenantTable): boolean {
  return name === 'customers' || columns.some((column) => column.name === 'customer_id')
}
