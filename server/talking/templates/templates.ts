import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { findingsOf } from './check.ts'
import { isShipped, SHIPPED, type Tone } from './defaults/index.ts'
import type { TemplateFinding } from './findings.ts'
import { loadTemplates, type Template } from './load.ts'
import type { Text } from './render.ts'
import * as store from './store.ts'

/** Who changes a template, where and when. */
export type Editing = {
  readonly organisationId: string
  readonly personId: string
  readonly at: Instant
}

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'faulty'; readonly findings: readonly TemplateFinding[] }

/** Keeps a new revision of a text if nothing is wrong with it and nobody saved another meanwhile. */
export async function saveText(
  tx: Transaction,
  editing: Editing,
  given: Text & { readonly key: string; readonly language: string; readonly revision: number },
): Promise<Saved> {
  const { organisationId, personId, at } = editing
  const { key, language, subject, body } = given
  const template = await templateOf(tx, organisationId, key)
  const row = await store.lockTemplate(tx, organisationId, { ...template, at })
  const newest = await store.newestRevision(tx, organisationId, row.id, language)

  if (newest !== given.revision)
    throw new Refusal('conflict', 'edited_meanwhile', { revision: newest })
  const findings = findingsOf(given, language, row.tone)
  if (findings.length > 0) return { kind: 'faulty', findings }

  const revision = newest + 1
  const text = { subject: subject.trim(), body: body.trimEnd(), language, revision }
  await store.insertText(tx, organisationId, {
    ...text,
    templateId: row.id,
    writtenAt: at,
    writtenBy: personId,
  })
  await tell(tx, editing, {
    name: 'template.text_saved',
    id: row.id,
    data: { key, language, revision },
  })
  return { kind: 'saved', revision }
}

/** Begins a template of the organisation; it has no texts yet and cannot be sent. */
export async function createTemplate(
  tx: Transaction,
  editing: Editing,
  made: { readonly key: string; readonly name: string; readonly tone: Tone },
): Promise<void> {
  const existing = await loadTemplates(tx, editing.organisationId)
  if (existing.has(made.key)) throw new Refusal('conflict', 'template_exists', { key: made.key })
  const row = await store.lockTemplate(tx, editing.organisationId, { ...made, at: editing.at })
  await tell(tx, editing, {
    name: 'template.created',
    id: row.id,
    data: { key: made.key, tone: made.tone },
  })
}

type Change = {
  readonly name?: string | undefined
  readonly tone?: Tone | undefined
  readonly isArchived?: boolean | undefined
}

/** Renames a template, changes its tone, archives it or brings it back. */
export async function changeTemplate(
  tx: Transaction,
  editing: Editing,
  key: string,
  change: Change,
): Promise<Template> {
  const { organisationId, at } = editing
  const template = await templateOf(tx, organisationId, key)
  const row = await store.lockTemplate(tx, organisationId, { ...template, at })

  const tone = change.tone ?? row.tone
  if (isShipped(key) && tone !== SHIPPED[key])
    throw new Refusal('conflict', 'tone_is_shipped', { key })
  if (
    tone === 'final' &&
    template.texts.some((text) => findingsOf(text, text.language, tone).length > 0)
  ) {
    throw new Refusal('conflict', 'final_without_next_step', { key })
  }

  const archivedAt =
    change.isArchived === undefined ? row.archivedAt : change.isArchived ? at : null
  const changed = { ...row, name: change.name ?? row.name, tone, archivedAt }
  await store.updateTemplate(tx, organisationId, changed)
  await tell(tx, editing, {
    name: 'template.changed',
    id: row.id,
    data: { key, tone, isArchived: archivedAt !== null },
  })
  return { ...template, name: changed.name, tone, archivedAt }
}

/** One template with its texts in use, or the refusal no_such_template. */
export async function templateOf(
  tx: Transaction,
  organisationId: string,
  key: string,
  language?: string,
): Promise<Template> {
  const template = (await loadTemplates(tx, organisationId, language)).get(key)
  if (!template) throw new Refusal('not_found', 'no_such_template', { key })
  return template
}

type Told = {
  readonly name: string
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

function tell(
  tx: Transaction,
  { organisationId, personId, at }: Editing,
  { name, id, data }: Told,
): Promise<void> {
  const by = { kind: 'person', id: personId } as const
  return appendEvent(tx, { organisationId, at, name, by, subject: { kind: 'template', id }, data })
}
