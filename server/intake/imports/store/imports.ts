import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { TableKind } from '../../tables/rules/fields.ts'
import type { Mapping } from '../rules/mapping-types.ts'
import type { ImportState } from '../rules/states.ts'
import type { ImportChoices } from '../run.ts'

export type ImportFormat = 'csv' | 'xlsx' | 'einvoice' | 'evidence' | 'unknown'
export type EvidenceKind = 'invoice' | 'order' | 'delivery_note' | 'contract' | 'other'

export type ImportRecord = {
  readonly id: string
  readonly organisationId: string
  readonly legalEntityId: string
  readonly sourceId: string
  readonly sourceName: string
  readonly state: ImportState
  readonly format: ImportFormat
  readonly kind: TableKind | null
  readonly evidenceKind: EvidenceKind
  readonly inspection: string
  readonly mapping: Mapping | null
  readonly choices: ImportChoices
  readonly fingerprint: string | null
  readonly isRemembered: boolean
  readonly difference: unknown
  readonly rowCount: number | null
  readonly errors: number
  readonly warnings: number
  readonly progressRows: number
  readonly progressOf: number | null
  readonly revision: number
  readonly appliedAs: 'whole' | 'good_rows' | null
  readonly failure: string | null
  readonly receivableId: string | null
  readonly receivableNumber: string | null
  readonly receivableCustomer: string | null
  readonly uploadedAt: Instant
  readonly uploadedBy: string | null
  readonly uploaderName: string | null
  readonly appliedAt: Instant | null
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly fileName: string
}

const COLUMNS = sql`
  i.id, i.organisation_id, i.legal_entity_id, i.source_id, s.name as source_name, i.state, i.format,
  i.kind, i.evidence_kind, i.inspection, i.mapping, i.choices, i.fingerprint, i.is_remembered,
  i.difference, i.row_count, i.errors, i.warnings, i.progress_rows, i.progress_of, i.revision,
  i.applied_as, i.failure, i.receivable_id, r.number as receivable_number,
  c.name as receivable_customer, i.uploaded_at, i.uploaded_by, p.name as uploader_name, i.applied_at,
  f.sha256, f.bytes, f.media_type, f.name as file_name
  from imports i join sources s on s.id = i.source_id join files f on f.id = i.file_id
  left join people p on p.id = i.uploaded_by
  left join receivables r on r.id = i.receivable_id left join customers c on c.id = r.customer_id`

export async function selectImport(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`
    select ${COLUMNS} where i.organisation_id = ${organisationId} and i.id = ${id}`.execute(tx)
  return rows[0]
}

/** The same, locked: who changes its state next waits. */
export async function selectImportForUpdate(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<ImportRecord | undefined> {
  await sql`select from imports where organisation_id = ${organisationId} and id = ${id}
    for no key update`.execute(tx)
  return selectImport(tx, organisationId, id)
}

type Page = {
  readonly state?: ImportState | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Newest first, from the one after which the page begins. */
export async function selectImports(
  tx: Transaction,
  organisationId: string,
  { state, after, limit }: Page,
): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select ${COLUMNS} where i.organisation_id = ${organisationId}
      and (${state ?? null}::text is null or i.state = ${state ?? null})
      and (${after ?? null}::uuid is null or i.id < ${after ?? null})
    order by i.id desc limit ${limit}`.execute(tx)
  return rows
}

export type NewImport = {
  readonly id: string
  readonly organisationId: string
  readonly legalEntityId: string
  readonly sourceId: string
  readonly evidenceKind: EvidenceKind
  readonly choices: ImportChoices
  readonly uploadedAt: Instant
  readonly uploadedBy: string | null
  readonly file: { id: string; sha256: string; bytes: number; mediaType: string; name: string }
}

export async function insertImport(tx: Transaction, row: NewImport): Promise<void> {
  const { file, choices, organisationId, uploadedAt, ...rest } = row
  await tx
    .insertInto('files')
    .values({ ...file, organisationId, createdAt: uploadedAt })
    .execute()
  await tx
    .insertInto('imports')
    .values({
      ...rest,
      organisationId,
      uploadedAt,
      fileId: file.id,
      state: 'reading',
      format: 'unknown',
      choices: JSON.stringify(choices),
    })
    .execute()
}

export type ImportPatch = {
  readonly state?: ImportState
  readonly format?: ImportFormat
  readonly kind?: TableKind | null
  readonly sourceId?: string
  readonly inspection?: string
  readonly mapping?: Mapping | null
  readonly choices?: ImportChoices
  readonly fingerprint?: string | null
  readonly isRemembered?: boolean
  readonly difference?: unknown
  readonly rowCount?: number | null
  readonly errors?: number
  readonly warnings?: number
  readonly progressRows?: number
  readonly progressOf?: number | null
  readonly revision?: number
  readonly appliedAs?: 'whole' | 'good_rows' | null
  readonly appliedAt?: Instant | null
  readonly failure?: string | null
  readonly receivableId?: string | null
}

/** Changes an import that is in one of these states at this revision; says whether it was. */
export async function updateImport(
  tx: Transaction,
  { organisationId, id, states, revision }: Guarded,
  patch: ImportPatch,
): Promise<boolean> {
  const { mapping, choices, difference, ...rest } = patch
  const rows = await tx
    .updateTable('imports')
    .set({
      ...rest,
      ...(mapping === undefined ? {} : { mapping: jsonOf(mapping) }),
      ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
      ...(difference === undefined ? {} : { difference: jsonOf(difference) }),
    })
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .where('state', 'in', [...states])
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision ?? 0))
    .returning('id')
    .execute()
  return rows.length > 0
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

export type Guarded = {
  readonly organisationId: string
  readonly id: string
  readonly states: readonly ImportState[]
  readonly revision?: number
}

/** Says how far the work is; the answer is whether it is still wanted. */
export async function noteProgress(
  tx: Transaction,
  { organisationId, id, states, revision }: Guarded,
  rows: number,
): Promise<boolean> {
  const noted = await updateImport(
    tx,
    { organisationId, id, states, ...(revision === undefined ? {} : { revision }) },
    { progressRows: rows },
  )
  const notice = JSON.stringify({ organisationId, names: ['import.progressed'], customerId: null })
  await sql`select pg_notify('live', ${notice})`.execute(tx)
  return noted
}

/** Imports of one source happen one after the other. */
export async function lockSource(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<void> {
  await sql`select from sources where organisation_id = ${organisationId} and id = ${id}
    for no key update`.execute(tx)
}

/** Holds the books' day, then the customers of the file, in the order that everybody locks in. */
export async function lockLedger(
  tx: Transaction,
  organisationId: string,
  which: 'documents' | 'payments' | { readonly everyoneOf: string },
): Promise<void> {
  await sql`select from legal_entities where organisation_id = ${organisationId}
    order by id for share`.execute(tx)
  await sql`select from customers c where c.organisation_id = ${organisationId}
    and ${concerned(organisationId, which)} order by c.id for no key update`.execute(tx)
}

function concerned(organisationId: string, which: Parameters<typeof lockLedger>[2]) {
  if (typeof which === 'object') return sql`c.legal_entity_id = ${which.everyoneOf}`
  const stage = which === 'documents' ? sql`stage_rows` : sql`stage_payments`
  const named = sql`
    (c.legal_entity_id, c.number) in (select entity_id, customer_number from ${stage})
    or c.name_key in (select plain_text(customer_name) from ${stage} where customer_number is null)`
  if (which === 'documents') return sql`(${named})`
  return sql`(${named} or c.id in (
    select r.customer_id from receivables r join stage_payments s on s.invoice_number = r.number
    where r.organisation_id = ${organisationId}))`
}

export type SourceKind = 'file' | 'einvoice'

/** The source of a name at a legal entity, made when it is new. */
export async function upsertSource(
  tx: Transaction,
  source: {
    id: string
    organisationId: string
    legalEntityId: string
    kind: SourceKind
    name: string
    createdAt: Instant
  },
): Promise<string> {
  await tx
    .insertInto('sources')
    .values(source)
    .onConflict((conflict) => conflict.constraint('sources_one_name').doNothing())
    .execute()
  const { id } = await tx
    .selectFrom('sources')
    .select('id')
    .where('organisationId', '=', source.organisationId)
    .where('legalEntityId', '=', source.legalEntityId)
    .where('name', '=', source.name)
    .executeTakeFirstOrThrow()
  return id
}

/** Moves the watermarks of a source forward, never back. */
export async function moveWatermarks(
  tx: Transaction,
  { organisationId, id }: { organisationId: string; id: string },
  marks: { ledgerSyncedAt: Instant | null; paymentsUntil: string | null },
): Promise<void> {
  await sql`
    update sources set
      ledger_synced_at = greatest(ledger_synced_at, ${marks.ledgerSyncedAt}::timestamptz),
      payments_considered_until = greatest(payments_considered_until, ${marks.paymentsUntil}::date)
    where organisation_id = ${organisationId} and id = ${id}`.execute(tx)
}

export async function selectOrganisationLanguage(tx: Transaction, id: string): Promise<string> {
  const row = await tx
    .selectFrom('organisations')
    .select('language')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.language
}
