import type * as z from 'zod'

import { appendEvent, readersOf } from '../access/index.ts'
import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import { mayAny } from '../http/permissions.ts'
import { addSeconds, dayIn } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import type * as contract from './contract.ts'
import { factsFrom, ruleFrom } from './reading.ts'
import { isAbout, maySee, peopleFor } from './rules/tell.ts'
import { selectVisibleCustomers } from './store/names.ts'
import * as news from './store/news.ts'
import * as store from './store/rule-rows.ts'
import { selectTarget } from './store/targets.ts'
import { shipRules } from './tell.ts'
import { titlesOf } from './titles.ts'
import { ruleNameIn } from './words/words.ts'

type Fields = z.output<typeof contract.RuleFields>
type Rules = z.input<(typeof contract.listRules.schema.response)[200]>
type Preview = z.input<(typeof contract.previewRule.schema.response)[201]>

/** The rules of the organisation and one's own. */
export function listRules(world: World, actor: Actor): Promise<Rules> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const organisation = await store.selectOrganisation(tx, actor.organisationId)
    await shipRules(tx, organisation, world.clock())
    const rows = await store.selectRules(tx, actor.organisationId, actor.personId)
    const rules = rows.map((row) => shownRule(row, actor.language))
    const named = rules.flatMap(({ condition }) => condition.customers ?? [])
    return { rules, customers: await selectVisibleCustomers(tx, named, actor.owners) }
  })
}

function shownRule(row: store.RuleRow, language: string): Rules['rules'][number] {
  const { condition, people, channels, targetId, pace, named } = ruleFrom(row)
  return {
    id: row.id,
    name: ruleNameIn(language, row),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written from the contract's list
    events: row.events as Fields['events'],
    condition: { ...condition, customers: [...condition.customers] },
    people: [...people],
    named: [...named],
    channels: [...channels],
    targetId,
    pace,
    isOn: row.isOn,
    isMine: row.personId !== null,
    isShipped: row.shippedAs !== null,
  }
}

export function addRule(world: World, actor: Actor, fields: Fields): Promise<{ id: string }> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await refuse(tx, world, actor, fields)

    const id = newId()
    const at = world.clock()
    const { personId, organisationId } = actor
    const row = { ...columnsOf(actor, fields), id, organisationId, createdBy: personId }
    await store.insertRules(tx, [{ ...row, createdAt: at, changedAt: at }])
    await note(tx, world, actor, { name: 'notification_rule.added', id })
    return { id }
  })
}

export function changeRule(
  world: World,
  actor: Actor,
  id: string,
  fields: Fields,
): Promise<{ id: string }> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await lockOwnRule(tx, actor, id)
    await refuse(tx, world, actor, fields)

    await store.updateRule(tx, id, { ...columnsOf(actor, fields), changedAt: world.clock() })
    await note(tx, world, actor, { name: 'notification_rule.changed', id })
    return { id }
  })
}

export function removeRule(world: World, actor: Actor, id: string): Promise<{ id: string }> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await lockOwnRule(tx, actor, id)

    await store.updateRule(tx, id, { removedAt: world.clock(), isOn: false })
    await note(tx, world, actor, { name: 'notification_rule.removed', id })
    return { id }
  })
}

/** A rule of one's own, or of the organisation for those who manage them; others' are not there. */
async function lockOwnRule(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const rule = await store.lockRule(tx, id)
  const isThere = rule && (rule.personId === null || rule.personId === actor.personId)
  if (!isThere) throw new Refusal('not_found', 'no_such_rule')
  if (rule.personId === null && !mayAny(actor.roles, 'notifications.manage')) {
    throw new Refusal('forbidden', 'not_your_rule')
  }
}

async function refuse(
  tx: Transaction,
  world: World,
  actor: Actor,
  { isMine, people, named, channels, targetId, condition }: Fields,
): Promise<void> {
  const mayManage = mayAny(actor.roles, 'notifications.manage')
  const isPost = channels.includes('webhook')
  if ((!isMine || isPost) && !mayManage) throw new Refusal('forbidden', 'not_your_rule')
  if (!isMine && !isPost && people.length === 0) throw new Refusal('invalid', 'named_nobody')
  if (people.includes('named') && named.length === 0) throw new Refusal('invalid', 'named_nobody')
  if (isPost && targetId === null) throw new Refusal('invalid', 'target_missing')
  if (targetId !== null && !(await selectTarget(tx, targetId))) {
    throw new Refusal('not_found', 'no_such_target')
  }
  const customers = new Set(condition.customers)
  const visible = await selectVisibleCustomers(tx, [...customers], actor.owners)
  if (visible.length < customers.size) throw new Refusal('not_found', 'no_such_customer')
  const here = new Set((await readersOf(tx, world)).map(({ id }) => id))
  if (!named.every((id) => here.has(id))) throw new Refusal('not_found', 'no_such_person')
}

function columnsOf(actor: Actor, fields: Fields) {
  const { isMine, condition, ...columns } = fields
  return {
    ...columns,
    personId: isMine ? actor.personId : null,
    condition: JSON.stringify(condition),
  }
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
    subject: { kind: 'notification_rule', id },
  })
}

const PREVIEW_SECONDS = 30 * 24 * 60 * 60
const PREVIEW_EVENTS = 2000

/** Whom a rule would have told in the last thirty days, weighed with what customers are like today. */
export function previewRule(world: World, actor: Actor, fields: Fields): Promise<Preview> {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    await refuse(tx, world, actor, fields)
    const now = world.clock()
    const { timeZone } = await store.selectOrganisation(tx, organisationId)
    const rows = await news.selectPast(
      tx,
      { organisationId, names: fields.events, today: dayIn(timeZone, now) },
      { since: addSeconds(now, -PREVIEW_SECONDS), limit: PREVIEW_EVENTS },
    )
    const readers = await readersOf(tx, world)
    const rule = { ...fields, id: '', personId: fields.isMine ? actor.personId : null }

    const mine = rows.filter((row) => maySee(actor, row.ownerId))
    const matching = mine.filter((row) => isAbout(rule, factsFrom(row)))
    const told = matching.flatMap((row) => peopleFor(rule, factsFrom(row), readers))
    const people = readers
      .map(({ id, name }) => ({ id, name, count: told.filter((one) => one === id).length }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    const isPost = fields.channels.includes('webhook')
    return {
      happened: mine.length,
      matching: matching.length,
      people: isPost && fields.channels.length === 1 ? [] : people,
      posts: isPost ? matching.length : 0,
      examples: await titlesOf(tx, matching.slice(0, 5), actor.language),
      isPartial: rows.length === PREVIEW_EVENTS,
    }
  })
}
