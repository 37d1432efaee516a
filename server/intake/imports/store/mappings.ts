import { sql } from 'kysely'

import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { TableKind } from '../../tables/rules/fields.ts'
import type { Mapping } from '../rules/mapping-types.ts'
import type { ImportChoices } from '../run.ts'

export type RememberedMapping = {
  readonly id: string
  readonly legalEntityId: string
  readonly kind: TableKind
  readonly headings: readonly string[]
  readonly mapping: Mapping
  readonly choices: ImportChoices
  readonly sourceId: string
  readonly usedAt: Instant
}

export async function selectMapping(
  tx: Transaction,
  key: { organisationId: string; legalEntityId: string; fingerprint: string },
): Promise<RememberedMapping | undefined> {
  const { rows } = await sql<RememberedMapping>`
    select id, legal_entity_id, kind, headings, mapping, choices, source_id, used_at
    from import_mappings where organisation_id = ${key.organisationId}
      and legal_entity_id = ${key.legalEntityId} and fingerprint = ${key.fingerprint}`.execute(tx)
  return rows[0]
}

export async function selectMappings(
  tx: Transaction,
  organisationId: string,
): Promise<RememberedMapping[]> {
  const { rows } = await sql<RememberedMapping>`
    select id, legal_entity_id, kind, headings, mapping, choices, source_id, used_at
    from import_mappings where organisation_id = ${organisationId} order by used_at desc`.execute(
    tx,
  )
  return rows
}

export async function upsertMapping(
  tx: Transaction,
  row: RememberedMapping & { organisationId: string; fingerprint: string },
): Promise<void> {
  await sql`
    insert into import_mappings (id, organisation_id, legal_entity_id, fingerprint, headings, kind,
      mapping, choices, source_id, used_at)
    values (${row.id}, ${row.organisationId}, ${row.legalEntityId}, ${row.fingerprint},
      ${row.headings}::text[], ${row.kind}, ${JSON.stringify(row.mapping)}::jsonb,
      ${JSON.stringify(row.choices)}::jsonb, ${row.sourceId}, ${row.usedAt})
    on conflict on constraint import_mappings_one_per_headings do update set
      headings = excluded.headings, kind = excluded.kind, mapping = excluded.mapping,
      choices = excluded.choices, source_id = excluded.source_id, used_at = excluded.used_at`.execute(
    tx,
  )
}

export async function deleteMapping(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<boolean> {
  const { rows } = await sql`delete from import_mappings
    where organisation_id = ${organisationId} and id = ${id} returning id`.execute(tx)
  return rows.length > 0
}
