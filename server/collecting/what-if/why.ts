import type * as z from 'zod'

import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { instantAt } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { businessCalendar } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import type { customerWhy } from '../gate/contract.ts'
import { gatherFacts, gatheringOf, openGate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { Decision } from '../gate/rules/decision.ts'
import type { CustomerFacts, GateContext } from '../gate/rules/facts.ts'
import type { Reason } from '../gate/rules/reasons.ts'
import type { Standing } from '../gate/rules/standing.ts'
import { type View, viewOf } from '../gate/rules/view.ts'
import { type Spoken, spokenIn } from '../playbooks/rules/spoken.ts'
import { nextOf } from './rules/upcoming.ts'
import * as store from './store/why.ts'

type Answer = z.input<(typeof customerWhy.schema.response)[200]>

const LATEST_ENTRIES = 20

/** What the next run would decide for a customer today, why, and what follows for each item. */
export function whyOf(world: World, actor: Actor, customerId: string): Promise<Answer> {
  const { organisationId, owners } = actor
  const spoken = spokenIn(actor.language)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const legalEntityId = await store.selectEntityOf(tx, customerId, owners)
    if (!legalEntityId) throw new Refusal('not_found', 'no_such_customer')
    const gate = await openGate(tx, { organisationId, legalEntityId, now: world.clock() })
    if (!gate) throw new Refusal('not_found', 'no_such_customer')
    const [facts] = await gatherFacts(tx, { ...gatheringOf(gate), customerIds: [customerId] })
    if (!facts) throw new Refusal('not_found', 'no_such_customer')
    const numbers = await store.selectNumbers(tx, customerId)
    const history = await store.selectPastEntries(tx, customerId, LATEST_ENTRIES)

    const decision = decide(facts, gate.context)
    return {
      onDay: gate.context.day,
      ...toldDecision(decision, gate.context, spoken),
      lastContactOn: facts.lastContactOn,
      items: itemsOf(facts, decision, gate.context).map((item) => ({
        ...item,
        reached: named(item.reached, spoken),
        next: named(item.next, spoken),
        number: numbers.get(item.openItemId) ?? '',
      })),
      history: history.map(({ reasons, ...entry }) => ({
        ...entry,
        reasons: reasons.map(copied),
      })),
    }
  })
}

/** The name of a step as its reader says it. */
function named<Step extends { readonly name: string }>(step: Step | null, spoken: Spoken) {
  return step && { ...step, name: spoken(step.name) }
}

function toldDecision(decision: Decision, { day }: GateContext, spoken: Spoken) {
  const { chosen } = decision
  const isPlanned = decision.kind === 'message' || decision.kind === 'task'
  const step = 'step' in decision ? decision.step : undefined
  const sections = 'sections' in decision ? (decision.sections ?? []) : []
  return {
    decision: decision.kind,
    playbook: chosen
      ? {
          id: chosen.playbook.id,
          name: spoken(chosen.playbook.name),
          version: chosen.playbook.version,
          because: chosen.because,
        }
      : null,
    step: step
      ? {
          key: step.key,
          name: spoken(step.name),
          level: ('level' in decision && decision.level) || 0,
        }
      : null,
    lane: step?.lane ?? null,
    channel: isPlanned ? decision.channel : (step?.channel ?? null),
    plannedAt:
      isPlanned && chosen
        ? instantAt(decision.recipient.timeZone, day, chosen.playbook.content.sendAt)
        : null,
    timeZone: isPlanned ? decision.recipient.timeZone : null,
    totals: sections.map(({ currency, payableMinor: minor }) => ({ currency, minor })),
    needsApproval: isPlanned && decision.needsApproval,
    reasons: decision.reasons.map(copied),
  }
}

function copied({ code, values, openItemIds }: Reason) {
  return { code, values: { ...values }, openItemIds: [...openItemIds] }
}

function itemsOf(facts: CustomerFacts, { chosen }: Decision, context: GateContext) {
  if (!chosen) return []
  const view = viewOf(facts, chosen, context)
  return view.standings.map((standing) => itemOf(view, standing))
}

function itemOf(view: View, standing: Standing) {
  const { item, place, reachedOn } = standing
  const rung = view.ladder.find((one) => one.place === place)
  const next = nextOf(view, standing)
  const { nextBusinessDay } = businessCalendar(view.facts.country, view.facts.region)
  return {
    openItemId: item.id,
    dueOn: item.dueOn,
    currency: item.currency,
    openMinor: item.openMinor,
    collectableMinor: item.openMinor - (view.account.disputed.get(item.id) ?? 0),
    reached:
      rung && reachedOn
        ? { key: rung.step.key, name: rung.step.name, level: rung.level, on: reachedOn }
        : null,
    next: next
      ? {
          key: next.rung.step.key,
          name: next.rung.step.name,
          level: next.rung.level,
          on: nextBusinessDay(next.on),
        }
      : null,
  }
}
