import { sql } from 'kysely'

import type { Database, Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tone } from './defaults/index.ts'
import type { Text } from './render.ts'

export type TemplateRow = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly tone: Tone
  readonly archivedAt: Instant | null
}

export type TextRow = Text & {
  readonly templateId: string
  readonly language: string
  readonly revision: number
  readonly writtenAt: Instant
  readonly writtenBy: string | null
}

export function selectTemplates(tx: Database, organisationId: string): Promise<TemplateRow[]> {
  return tx
    .selectFrom('templates')
    .where('organisationId', '=', organisationId)
    .select(['id', 'key', 'name', 'tone', 'archivedAt'])
    .orderBy('key')
    .execute()
}

/** The text in use of each template and language: the newest revision. */
export function selectTexts(tx: Database, organisationId: string): Promise<TextRow[]> {
  return tx
    .selectFrom('templateTexts')
    .where('organisationId', '=', organisationId)
    .distinctOn(['templateId', 'language'])
    .select(['templateId', 'language', 'revision', 'subject', 'body', 'writtenAt', 'writtenBy'])
    .orderBy('templateId')
    .orderBy('language')
    .orderBy('revision', 'desc')
    .execute()
}

/** Makes sure of the organisation's own row of a template, and locks it. */
export async function lockTemplate(
  tx: Transaction,
  organisationId: string,
  made: { key: string; name: string; tone: Tone; at: Instant },
): Promise<TemplateRow> {
  const { key, name, tone, at } = made
  await tx
    .insertInto('templates')
    .values({ id: newId(), organisationId, key, name, tone, createdAt: at })
    .onConflict((conflict) => conflict.columns(['organisationId', 'key']).doNothing())
    .execute()
  return tx
    .selectFrom('templates')
    .where('organisationId', '=', organisationId)
    .where('key', '=', key)
    .select(['id', 'key', 'name', 'tone', 'archivedAt'])
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function newestRevision(
  tx: Transaction,
  organisationId: string,
  templateId: string,
  language: string,
): Promise<number> {
  const row = await tx
    .selectFrom('templateTexts')
    .where('organisationId', '=', organisationId)
    .where('templateId', '=', templateId)
    .where('language', '=', language)
    .select(sql<number>`coalesce(max(revision), 0)`.as('revision'))
    .executeTakeFirstOrThrow()
  return row.revision
}

export async function insertText(
  tx: Transaction,
  organisationId: string,
  text: TextRow,
): Promise<void> {
  await tx
    .insertInto('templateTexts')
    .values({ id: newId(), organisationId, ...text })
    .execute()
}

export async function updateTemplate(
  tx: Transaction,
  organisationId: string,
  row: TemplateRow,
): Promise<void> {
  const { id, name, tone, archivedAt } = row
  await tx
    .updateTable('templates')
    .set({ name, tone, archivedAt })
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .execute()
}

export type PreviewRow = {
  readonly id: string
  readonly personId: string
  readonly html: string
  readonly madeAt: Instant
}

export async function insertPreview(
  tx: Transaction,
  organisationId: string,
  preview: PreviewRow,
): Promise<void> {
  await tx
    .insertInto('templatePreviews')
    .values({ organisationId, ...preview })
    .execute()
}

export function selectPreview(tx: Transaction, organisationId: string, id: string) {
  return tx
    .selectFrom('templatePreviews')
    .where('organisationId', '=', organisationId)
    .where('id', '=', id)
    .select(['personId', 'html'])
    .executeTakeFirst()
}

export async function deletePreviews(
  tx: Transaction,
  organisationId: string,
  madeBefore: Instant,
): Promise<void> {
  await tx
    .deleteFrom('templatePreviews')
    .where('organisationId', '=', organisationId)
    .where('madeAt', '<', madeBefore)
    .execute()
}
