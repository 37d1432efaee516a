import type * as z from 'zod'

import { appendEvent, reachable } from '../access/index.ts'
import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import type * as contract from './contract.ts'
import * as store from './store/targets.ts'
import { readAddress } from './webhooks/address.ts'
import { slackBody, teamsBody } from './webhooks/bodies.ts'
import { post, type Posted } from './webhooks/post.ts'
import { noticeWords } from './words/words.ts'

type NewTarget = z.output<typeof contract.addTarget.schema.body>
type Targets = z.input<(typeof contract.listTargets.schema.response)[200]>

/** The channels that may be told; where exactly is a secret that is not told again. */
export function listTargets(world: World, { organisationId }: Actor): Promise<Targets> {
  return inOrganisation(world.db, organisationId, async (tx) => ({
    targets: await store.selectTargets(tx, organisationId),
  }))
}

/** Adds a channel when its address is one outside that can be posted to. */
export async function addTarget(
  world: World,
  actor: Actor,
  { name, kind, url, language }: NewTarget,
): Promise<{ id: string }> {
  const address = readAddress(url)
  const found = await reachable(address.hostname, world.outside?.allowedHosts ?? [])
  if (found === null) throw new Refusal('invalid', 'webhook_wrong_address')
  if (found === 'inside') throw new Refusal('invalid', 'webhook_private_address')
  const { organisationId, personId } = actor
  const keys = await world.secrets.of(organisationId)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const id = newId()
    const createdAt = world.clock()
    const target = { id, organisationId, name, kind, language, createdAt, createdBy: personId }
    await store.insertTarget(tx, { ...target, host: address.hostname, url: keys.encrypt(url) })
    await note(tx, world, actor, { name: 'webhook_target.added', id })
    return { id }
  })
}

export function removeTarget(world: World, actor: Actor, id: string): Promise<{ id: string }> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    if (!(await store.selectTarget(tx, id))) throw new Refusal('not_found', 'no_such_target')

    await store.closeTarget(tx, id, world.clock())
    await note(tx, world, actor, { name: 'webhook_target.removed', id })
    return { id }
  })
}

/** Posts a test sentence and says what came back. */
export async function tryTarget(world: World, actor: Actor, id: string): Promise<Posted> {
  const { organisationId } = actor
  const keys = await world.secrets.of(organisationId)
  const target = await inOrganisation(world.db, organisationId, (tx) => store.selectTarget(tx, id))
  if (!target) throw new Refusal('not_found', 'no_such_target')
  const { open, trial } = noticeWords(target.language)
  const message = { title: trial, rows: [], open }
  const body = target.kind === 'slack' ? slackBody(message) : teamsBody(message)

  const { kind, answer } = await post(world, keys.decrypt(target.url), body)
  await inOrganisation(world.db, organisationId, async (tx) => {
    await noteOutcome(tx, world, id, { kind, answer })
    await note(tx, world, actor, { name: 'webhook_target.tried', id })
  })
  return { kind, answer }
}

export function noteOutcome(
  tx: Transaction,
  world: World,
  id: string,
  { kind, answer }: Posted,
): Promise<void> {
  const at = world.clock()
  return store.noteOutcome(
    tx,
    id,
    kind === 'accepted'
      ? { lastAcceptedAt: at }
      : { lastFailedAt: at, lastFailure: answer.slice(0, 300) },
  )
}

function note(
  tx: Transaction,
  world: World,
  { organisationId, personId }: Actor,
  { name, id }: { name: string; id: string },
): Promise<void> {
  return appendEvent(tx, {
    organisationId,
    at: world.clock(),
    name,
    by: { kind: 'person', id: personId },
    subject: { kind: 'webhook_target', id },
  })
}
