import type * as z from 'zod'

import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { loadTemplates, needsOf } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { PlaybookContent as Shape } from './content/contract.ts'
import type { Playbook as PlaybookView } from './contract.ts'
import type { Playbook, PlaybookContent } from './rules/content.ts'
import { defaultPlaybooks } from './rules/defaults.ts'
import { ladderOf } from './rules/ladder.ts'
import { inWinningOrder } from './rules/segment.ts'
import { spokenContent, spokenIn } from './rules/spoken.ts'
import { findingsOf, type PlaybookFinding } from './rules/validity.ts'
import * as store from './store.ts'

type View = z.input<typeof PlaybookView>

/** The playbooks in force, in the order in which they win. */
export async function playbooksInForce(
  tx: Transaction,
  organisationId: string,
): Promise<Playbook[]> {
  const rows = await store.selectInForce(tx, organisationId)
  return inWinningOrder(rows.map((row) => ({ ...row, content: contentFrom(row.content) })))
}

function contentFrom(stored: unknown): PlaybookContent {
  return Shape.parse(stored)
}

/** Gives a new organisation the playbooks that come along, in force. */
export async function installDefaultPlaybooks(
  tx: Transaction,
  organisation: { readonly id: string; readonly language: string },
  at: Instant,
): Promise<void> {
  const organisationId = organisation.id
  for (const { name, content } of defaultPlaybooks(organisation.language)) {
    const playbookId = newId()
    await store.insertPlaybook(tx, { id: playbookId, organisationId, name, createdAt: at })
    const version = { id: newId(), organisationId, playbookId, version: 1, content }
    await store.insertVersion(tx, { ...version, createdAt: at, switchedOnAt: at })
    await appendEvent(tx, {
      organisationId,
      at,
      name: 'playbook.switched_on',
      by: { kind: 'system' },
      subject: { kind: 'playbook', id: playbookId },
      data: { version: 1 },
    })
  }
}

/** Every playbook, in the order in which those in force win; drafts and archived ones after them. */
export async function allPlaybooks(tx: Transaction, organisationId: string): Promise<View[]> {
  const rows = await store.selectPlaybooks(tx, organisationId)
  const order = (await playbooksInForce(tx, organisationId)).map(({ id }) => id)
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return rows.map(viewOf).toSorted((a, b) => place(a.id) - place(b.id))
}

/** A playbook with what is wrong with its draft, or with what is in force. */
export function readPlaybook(
  world: World,
  actor: Actor,
  id: string,
): Promise<View & { findings: PlaybookFinding[] }> {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    const view = await findPlaybook(tx, organisationId, id)
    const content = view.draft?.content ?? view.inForce?.content
    const findings = content ? await checkContent(tx, organisationId, Shape.parse(content)) : []
    return { ...inWordsOf(actor, view), findings }
  })
}

export async function findPlaybook(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<View> {
  const [row] = await store.selectPlaybooks(tx, organisationId, id)
  if (!row) throw new Refusal('not_found', 'no_such_playbook')
  return viewOf(row)
}

/** A playbook as its reader says the names that came along. */
export function inWordsOf({ language }: Pick<Actor, 'language'>, view: View): View {
  const spoken = spokenIn(language)
  const { name, inForce, draft } = view
  return {
    ...view,
    name: spoken(name),
    inForce: inForce && { ...inForce, content: spokenContent(inForce.content, spoken) },
    draft: draft && { ...draft, content: spokenContent(draft.content, spoken) },
  }
}

function viewOf({ id, name, archivedAt, versions }: store.PlaybookRow): View {
  const inForce = versions.find(({ switchedOnAt }) => switchedOnAt !== null)
  const [newest] = versions
  const draft = newest && newest.switchedOnAt === null ? newest : undefined
  return {
    id,
    name,
    isArchived: archivedAt !== null,
    inForce: inForce
      ? {
          version: inForce.version,
          since: inForce.switchedOnAt ?? inForce.createdAt,
          content: Shape.parse(inForce.content),
        }
      : null,
    draft: draft
      ? { version: draft.version, savedAt: draft.createdAt, content: Shape.parse(draft.content) }
      : null,
  }
}

/** Everything that is wrong with a content, given the organisation's texts. */
export async function checkContent(
  tx: Transaction,
  organisationId: string,
  content: PlaybookContent,
): Promise<PlaybookFinding[]> {
  const templates = await loadTemplates(tx, organisationId)
  return findingsOf(content, (key) => needsOf(templates, key))
}

export function createPlaybook(
  world: World,
  actor: Actor,
  { name, content }: { name: string; content: PlaybookContent },
): Promise<{ id: string; findings: PlaybookFinding[] }> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const id = newId()
    const { organisationId } = actor
    const at = world.clock()
    await store.insertPlaybook(tx, { id, organisationId, name, createdAt: at })
    const version = { id: newId(), organisationId, playbookId: id, version: 1, content }
    await store.insertVersion(tx, { ...version, createdBy: actor.personId, createdAt: at })
    await noted(tx, actor, { at, name: 'playbook.drafted', id, data: { version: 1 } })
    return { id, findings: await checkContent(tx, organisationId, content) }
  })
}

/** Saves a draft over the one there is, or begins a new version. */
export function saveDraft(
  world: World,
  actor: Actor,
  id: string,
  change: { name?: string | undefined; content: PlaybookContent },
): Promise<{ version: number; findings: PlaybookFinding[] }> {
  return withPlaybook(world, actor, id, async (tx, view) => {
    const { organisationId, personId: createdBy } = actor
    const { content, name } = change
    const at = world.clock()
    const [row] = await store.selectPlaybooks(tx, organisationId, id)
    const [newest] = row?.versions ?? []

    const isOpen = newest !== undefined && newest.switchedOnAt === null
    const version = isOpen ? newest.version : (newest?.version ?? 0) + 1

    if (name !== undefined && name !== view.name) await store.renamePlaybook(tx, id, name)
    if (isOpen) await store.updateDraft(tx, newest.id, { content, createdBy, createdAt: at })
    else {
      const fresh = { id: newId(), organisationId, playbookId: id, version, content }
      await store.insertVersion(tx, { ...fresh, createdBy, createdAt: at })
    }
    await noted(tx, actor, { at, name: 'playbook.drafted', id, data: { version } })
    return { version, findings: await checkContent(tx, organisationId, content) }
  })
}

/** Puts the draft that somebody has seen into force; running ladders go on at their step. */
export function switchOn(
  world: World,
  actor: Actor,
  id: string,
  seen: { readonly version: number; readonly savedAt?: Instant | undefined },
): Promise<{ version: number }> {
  const { version } = seen
  return withPlaybook(world, actor, id, async (tx, view) => {
    const { draft } = view
    const [row] = await store.selectPlaybooks(tx, actor.organisationId, id)
    const stored = row?.versions.find((one) => one.version === version)
    if (!draft) throw new Refusal('conflict', 'no_draft')
    const isSeen = seen.savedAt === undefined || seen.savedAt === draft.savedAt
    if (!stored || draft.version !== version || !isSeen) {
      throw new Refusal('conflict', 'draft_changed')
    }
    const content = Shape.parse(draft.content)
    const findings = await checkContent(tx, actor.organisationId, content)
    const errors = findings.filter(({ severity }) => severity === 'error').length
    if (errors > 0) throw new Refusal('conflict', 'playbook_has_errors', { errors })

    const at = world.clock()
    await store.switchOn(tx, stored.id, { switchedOnAt: at, switchedOnBy: actor.personId })
    const places = ladderOf(content).map(({ step, level }) => ({ key: step.key, level }))
    await store.placeReachedSteps(tx, id, places)
    await noted(tx, actor, { at, name: 'playbook.switched_on', id, data: { version } })
    return { version }
  })
}

export function archivePlaybook(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ archived: boolean }> {
  return withPlaybook(world, actor, id, async (tx) => {
    const at = world.clock()
    await store.archive(tx, id, at)
    await noted(tx, actor, { at, name: 'playbook.archived', id, data: {} })
    return { archived: true }
  })
}

function withPlaybook<Result>(
  world: World,
  actor: Actor,
  id: string,
  work: (tx: Transaction, view: View) => Promise<Result>,
): Promise<Result> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const row = await store.selectPlaybookForUpdate(tx, id)
    if (!row) throw new Refusal('not_found', 'no_such_playbook')
    if (row.archivedAt !== null) throw new Refusal('conflict', 'playbook_archived')
    return work(tx, await findPlaybook(tx, actor.organisationId, id))
  })
}

type Noted = {
  readonly at: Instant
  readonly name: string
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

function noted(tx: Transaction, actor: Actor, { at, name, id, data }: Noted): Promise<void> {
  return appendEvent(tx, {
    organisationId: actor.organisationId,
    at,
    name,
    by: { kind: 'person', id: actor.personId },
    subject: { kind: 'playbook', id },
    data,
  })
}
