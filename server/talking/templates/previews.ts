import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { addSeconds } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { accountOfToday } from '../statement/index.ts'
import { findingsOf } from './check.ts'
import { exampleExtra, exampleSnapshot } from './example.ts'
import type { TemplateFinding } from './findings.ts'
import { renderText, type Text } from './render.ts'
import * as store from './store.ts'

const KEPT_SECONDS = 3_600

export type Preview = {
  readonly subject: string
  readonly text: string
  readonly htmlId: string | null
  readonly findings: readonly TemplateFinding[]
  readonly of: 'customer' | 'example'
}

/** Writes a text, saved or not, as its recipient would get it; sends nothing. */
export async function previewText(
  world: World,
  actor: Actor,
  asked: Text & { readonly language: string; readonly customerId: string | null },
): Promise<Preview> {
  const { language, customerId } = asked
  const snapshot = customerId
    ? (await accountOfToday(world, actor, customerId)).snapshot
    : exampleSnapshot(language)
  const of = customerId ? 'customer' : 'example'

  const rendered = renderText(asked, { language, snapshot, extra: exampleExtra() })
  const faults = findingsOf(asked, language, 'neutral')
  if (rendered.kind === 'held') {
    const findings = faults.length > 0 ? faults : rendered.findings
    return { subject: '', text: '', htmlId: null, findings, of }
  }

  const { subject, text, html } = rendered
  return { subject, text, htmlId: await keepPage(world, actor, html), findings: faults, of }
}

async function keepPage(world: World, actor: Actor, html: string): Promise<string> {
  const { organisationId, personId } = actor
  const keys = await world.secrets.of(organisationId)
  const preview = { id: newId(), personId, html: keys.encrypt(html), madeAt: world.clock() }
  await inOrganisation(world.db, organisationId, async (tx) => {
    await store.deletePreviews(tx, organisationId, addSeconds(preview.madeAt, -KEPT_SECONDS))
    await store.insertPreview(tx, organisationId, preview)
  })
  return preview.id
}

/** The HTML part of a preview, for the one who asked for it. */
export async function previewPage(world: World, actor: Actor, id: string): Promise<string> {
  const { organisationId, personId } = actor
  const keys = await world.secrets.of(organisationId)
  const row = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectPreview(tx, organisationId, id),
  )
  if (row?.personId !== personId) throw new Refusal('not_found', 'no_such_preview')
  return keys.decrypt(row.html)
}
