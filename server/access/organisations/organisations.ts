import { randomBytes } from 'node:crypto'

import type { Database, Transaction } from '../../database/database.ts'
import { inOrganisation, setOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { isTimeZone } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent, type Doer } from '../events/index.ts'
import { DEFAULT_POLICY, policyFrom, type Policy } from './policy.ts'
import { slugOf } from './rules.ts'
import * as store from './store.ts'

export type Founding = {
  readonly name: string
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly timeZone: string
  readonly reportingCurrency: string
  readonly isDemo?: boolean
  readonly by: Doer
}

/** Makes an organisation in the caller's transaction, which from here on is in it. Test mode is on. */
export async function createOrganisation(
  tx: Transaction,
  world: World,
  founding: Founding,
): Promise<string> {
  const { name, language, timeZone, reportingCurrency, isDemo = false } = founding
  if (!isTimeZone(timeZone)) throw new Refusal('invalid', 'no_such_time_zone', { timeZone })
  const id = newId()
  await store.insertOrganisation(tx, {
    id,
    name,
    slug: await freeSlug(tx, name),
    language,
    timeZone,
    reportingCurrency,
    isDemo,
    testMode: true,
    dataKey: world.secrets.newDataKey(),
    createdAt: world.clock(),
  })
  await setOrganisation(tx, id)
  await appendEvent(tx, {
    organisationId: id,
    at: world.clock(),
    name: 'organisation.created',
    by: founding.by,
    subject: { kind: 'organisation', id },
  })
  return id
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const slug = slugOf(name)
  if (!(await store.isSlugTaken(tx, slug))) return slug
  return `${slug}-${randomBytes(3).toString('hex')}`
}

export async function showOrganisation(db: Database, organisationId: string) {
  const { policy, ...organisation } = await store.selectOrganisation(db, organisationId)
  return { ...organisation, policy: policyFrom(policy), defaults: DEFAULT_POLICY }
}

type Changes = {
  readonly name?: string | undefined
  readonly language?: 'en' | 'de' | 'fr' | 'es' | undefined
  readonly timeZone?: string | undefined
  readonly reportingCurrency?: string | undefined
}

export function changeOrganisation(world: World, actor: Actor, changes: Changes) {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await store.lockOrganisation(tx, actor.organisationId)

    const { timeZone } = changes
    if (timeZone !== undefined && !isTimeZone(timeZone)) {
      throw new Refusal('invalid', 'no_such_time_zone', { timeZone })
    }

    await store.updateOrganisation(tx, actor.organisationId, definedOf(changes))
    await note(tx, world, actor, { name: 'organisation.changed', data: definedOf(changes) })
    return showOrganisation(tx, actor.organisationId)
  })
}

type PolicyChanges = { readonly [Name in keyof Policy]?: Policy[Name] | null | undefined }

/** Changes parts of the policy; a null takes the default again. */
export function changePolicy(world: World, actor: Actor, changes: PolicyChanges) {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await store.lockOrganisation(tx, actor.organisationId)
    const stored = await store.selectPolicy(tx, actor.organisationId)

    const policy = mergedPolicy(stored, changes)

    await store.updateOrganisation(tx, actor.organisationId, { policy: JSON.stringify(policy) })
    await note(tx, world, actor, { name: 'policy.changed', data: definedOf(changes) })
    return showOrganisation(tx, actor.organisationId)
  })
}

function mergedPolicy(stored: unknown, changes: PolicyChanges): Record<string, unknown> {
  const policy: Record<string, unknown> =
    stored === null || typeof stored !== 'object' ? {} : { ...stored }
  for (const [name, choice] of Object.entries(changes)) {
    if (choice === null) delete policy[name]
    else if (choice !== undefined) policy[name] = choice
  }
  return policy
}

/** Switches test mode. To switch it off the name of the organisation is typed: customers get mail. */
export function changeTestMode(
  world: World,
  actor: Actor,
  { isOn, confirmation }: { isOn: boolean; confirmation: string },
): Promise<void> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await store.lockOrganisation(tx, actor.organisationId)
    const { name, testMode, isDemo } = await store.selectOrganisation(tx, actor.organisationId)

    if (testMode === isOn) return
    if (!isOn && isDemo) throw new Refusal('conflict', 'demo_stays_in_test_mode')
    if (!isOn && confirmation.trim() !== name)
      throw new Refusal('invalid', 'not_confirmed', { name })

    await store.updateOrganisation(tx, actor.organisationId, { testMode: isOn })
    await note(tx, world, actor, { name: isOn ? 'test_mode.on' : 'test_mode.off' })
  })
}

function note(
  tx: Transaction,
  world: World,
  actor: Actor,
  event: { name: string; data?: Record<string, unknown> },
): Promise<void> {
  return appendEvent(tx, {
    ...event,
    organisationId: actor.organisationId,
    at: world.clock(),
    by: { kind: 'person', id: actor.personId },
    subject: { kind: 'organisation', id: actor.organisationId },
  })
}

function definedOf(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
