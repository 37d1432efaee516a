import { sql, type Insertable } from 'kysely'

import type { Transaction } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Instant } from '../../kernel/day.ts'
import { NOTED_LEVEL } from './rules/content.ts'

export type InForceRow = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly createdAt: Instant
  readonly content: unknown
}

/** The newest version switched on of each playbook in use. */
export async function selectInForce(
  tx: Transaction,
  organisationId: string,
): Promise<InForceRow[]> {
  const { rows } = await sql<InForceRow>`
    select distinct on (p.id) p.id, p.name, v.version, p.created_at, v.content
    from playbooks p join playbook_versions v on v.playbook_id = p.id
    where p.organisation_id = ${organisationId} and p.archived_at is null
      and v.switched_on_at is not null
    order by p.id, v.version desc`.execute(tx)
  return rows
}

export type VersionRow = {
  readonly id: string
  readonly version: number
  readonly content: unknown
  readonly createdAt: Instant
  readonly createdBy: string | null
  readonly switchedOnAt: Instant | null
  readonly switchedOnBy: string | null
}

export type PlaybookRow = {
  readonly id: string
  readonly name: string
  readonly archivedAt: Instant | null
  readonly createdAt: Instant
  readonly versions: readonly VersionRow[]
}

/** Playbooks with all their versions, the newest version first. */
export async function selectPlaybooks(
  tx: Transaction,
  organisationId: string,
  id: string | null = null,
): Promise<PlaybookRow[]> {
  const playbooks = await sql<Omit<PlaybookRow, 'versions'>>`
    select id, name, archived_at, created_at from playbooks
    where organisation_id = ${organisationId} and (${id}::uuid is null or id = ${id}::uuid)
    order by created_at, id`.execute(tx)
  const versions = await sql<VersionRow & { playbookId: string }>`
    select id, playbook_id, version, content, created_at, created_by, switched_on_at,
      switched_on_by
    from playbook_versions
    where organisation_id = ${organisationId}
      and (${id}::uuid is null or playbook_id = ${id}::uuid)
    order by version desc`.execute(tx)
  return playbooks.rows.map((playbook) => ({
    ...playbook,
    versions: versions.rows.filter(({ playbookId }) => playbookId === playbook.id),
  }))
}

/** Holds a playbook while its versions change. */
export async function selectPlaybookForUpdate(tx: Transaction, id: string) {
  return tx
    .selectFrom('playbooks')
    .select(['id', 'name', 'archivedAt'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function insertPlaybook(
  tx: Transaction,
  row: Insertable<Schema['playbooks']>,
): Promise<void> {
  await tx.insertInto('playbooks').values(row).execute()
}

export async function insertVersion(
  tx: Transaction,
  row: Omit<Insertable<Schema['playbookVersions']>, 'content'> & { readonly content: unknown },
): Promise<void> {
  await tx
    .insertInto('playbookVersions')
    .values({ ...row, content: JSON.stringify(row.content) })
    .execute()
}

export async function updateDraft(
  tx: Transaction,
  versionId: string,
  draft: { content: unknown; createdBy: string | null; createdAt: Instant },
): Promise<void> {
  await tx
    .updateTable('playbookVersions')
    .set({ ...draft, content: JSON.stringify(draft.content) })
    .where('id', '=', versionId)
    .execute()
}

export async function renamePlaybook(tx: Transaction, id: string, name: string): Promise<void> {
  await tx.updateTable('playbooks').set({ name }).where('id', '=', id).execute()
}

export async function switchOn(
  tx: Transaction,
  versionId: string,
  by: { readonly switchedOnAt: Instant; readonly switchedOnBy: string | null },
): Promise<void> {
  await tx.updateTable('playbookVersions').set(by).where('id', '=', versionId).execute()
}

export async function archive(tx: Transaction, id: string, at: Instant): Promise<void> {
  await tx.updateTable('playbooks').set({ archivedAt: at }).where('id', '=', id).execute()
}

/** Steps that were reached keep their key; their place is the one of the ladder now in force. */
export async function placeReachedSteps(
  tx: Transaction,
  playbookId: string,
  places: readonly { readonly key: string; readonly level: number }[],
): Promise<void> {
  const keys = places.map(({ key }) => key)
  const levels = places.map(({ level }) => level)
  await sql`
    update reached_steps s set level = p.level
    from unnest(${keys}::text[], ${levels}::integer[]) as p (key, level)
    where s.playbook_id = ${playbookId} and s.step_key = p.key and s.level <> p.level
      and s.level > ${NOTED_LEVEL}
      and s.released_at is null`.execute(tx)
}

/** The names of colleagues, of those too who have left. */
export async function selectPeople(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
}
