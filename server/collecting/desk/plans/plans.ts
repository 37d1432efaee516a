import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { decimalOf } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { insertApproval, withdrawApproval } from '../approvals/asking.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { beyondRoom, roomOf, useMandate, type Room } from '../mandates/mandates.ts'
import { recordsCovering } from '../records/store/covering.ts'
import { insertTask } from '../tasks/store.ts'
import type * as contract from './contract.ts'
import { dropTasksOf, endReplaced } from './ending.ts'
import { firstPaymentPercentOf, refusalOf, sumOf, type Instalment } from './rules.ts'
import * as store from './store.ts'

type Offer = z.output<typeof contract.PlanOffer>
type Proposed = z.input<(typeof contract.proposePlan.schema.response)[201]>
type Query = z.output<typeof contract.listPlans.schema.querystring>
type Page = z.input<(typeof contract.listPlans.schema.response)[200]>

/** Agrees on instalments within the mandate; beyond it the plan waits for approval. */
export function proposePlan(
  world: World,
  actor: Actor,
  customerId: string,
  offer: Offer,
): Promise<Proposed> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    return proposeWithin(desk, customerId, offer)
  })
}

/** What it follows from: a conversation, or a plan whose place it takes. */
type Made = { readonly outcomeId?: string; readonly replacesId?: string }

/** The same in the transaction of a desk that holds the customer. */
export async function proposeWithin(
  desk: Desk,
  customerId: string,
  offer: Offer & Made,
): Promise<Proposed> {
  const id = newId()
  const itemIds = offer.items.map(({ openItemId }) => openItemId)
  const exceptPlanIds = [id, ...(offer.replacesId === undefined ? [] : [offer.replacesId])]
  const open = await store.selectPlannable(desk.tx, customerId, { itemIds, exceptPlanIds })
  const room = await roomOf(desk, customerId, offer.currency)

  const refusal = refusalOf(offer, open, desk.today)
  if (refusal) throw new Refusal('conflict', refusal)
  const beyond = beyondRoom(desk, room, termsOf(offer))
  const isWithin = beyond.length === 0

  const approvalId = isWithin
    ? null
    : await insertApproval(desk, {
        customerId,
        kind: 'plan',
        proposal: { planId: id, currency: offer.currency, instalments: offer.instalments },
        beyond,
        note: offer.note,
        approver: room.approver,
      })
  const subject = { kind: 'plan', id }
  const data = { minor: sumOf(offer.items), currency: offer.currency, until: untilOf(offer) }
  await insertPlan(desk, { id, customerId, offer, approvalId })
  if (isWithin) await recordUse(desk, room, { customerId, planId: id, offer })
  await tellInsurer(desk, { customerId, planId: id, offer })
  await happened(desk, {
    name: isWithin ? 'plan.agreed' : 'plan.proposed',
    customerId,
    subject,
    why: offer.note,
    data,
  })
  return { id, state: isWithin ? 'agreed' : 'awaiting_approval', approvalId, beyond }
}

type Telling = { readonly customerId: string; readonly planId: string; readonly offer: Offer }

/** An insured debt is put off only with the insurer's knowledge: who has not told them gets a task. */
async function tellInsurer(desk: Desk, { customerId, planId, offer }: Telling): Promise<void> {
  const insurance = await store.selectInsurance(desk.tx, customerId, desk.today)
  if (!insurance || offer.insurerTold) return
  const { insurer, policy, collectorId } = insurance
  const amount = { minor: sumOf(offer.items), currency: offer.currency }
  const parts = [insurer, policy, `${decimalOf(amount)} ${offer.currency}`, untilOf(offer)]
  await insertTask(desk.tx, {
    id: newId(),
    organisationId: desk.organisation.id,
    customerId,
    kind: 'insurer',
    lane: 'finance',
    cycle: planId,
    dueOn: desk.today,
    note: parts.filter((part) => part !== '').join(' · '),
    assigneeId: collectorId ?? desk.actor.personId,
    createdAt: desk.now,
  })
}

type NewPlan = {
  readonly id: string
  readonly customerId: string
  readonly offer: Offer & Made
  readonly approvalId: string | null
}

function insertPlan(desk: Desk, { id, customerId, offer, approvalId }: NewPlan): Promise<void> {
  return store.insertPlan(desk.tx, {
    plan: {
      id,
      organisationId: desk.organisation.id,
      customerId,
      currency: offer.currency,
      totalMinor: sumOf(offer.items),
      state: approvalId === null ? 'agreed' : 'awaiting_approval',
      waivesCharges: offer.waivesCharges,
      accelerates: offer.accelerates,
      remindsDaysBefore: offer.remindsDaysBefore,
      approvalId,
      outcomeId: offer.outcomeId ?? null,
      replacesId: offer.replacesId ?? null,
      proposedBy: desk.actor.personId,
      proposedAt: desk.now,
      agreedOn: approvalId === null ? desk.today : null,
      insurerTold: offer.insurerTold,
      why: offer.note,
    },
    items: offer.items,
    instalments: offer.instalments.map((one) => ({ id: newId(), ...one })),
  })
}

function termsOf({ instalments, waivesCharges, ...offer }: Omit<Offer, 'items'>) {
  return {
    until: untilOf({ ...offer, instalments }),
    instalments: instalments.length,
    firstPaymentPercent: firstPaymentPercentOf(instalments),
    discountBasisPoints: 0,
    waivesCharges,
  }
}

function untilOf({ instalments }: { readonly instalments: readonly Instalment[] }): Day {
  const last = instalments.at(-1)
  if (!last) throw new Error('a plan has instalments')
  return last.dueOn
}

type Using = {
  readonly customerId: string
  readonly planId: string
  readonly offer: Pick<Offer, 'instalments' | 'waivesCharges'>
  readonly personId?: string | null
  readonly approvalId?: string
}

function recordUse(desk: Desk, room: Room, use: Using): Promise<void> {
  const { customerId, planId, offer, approvalId } = use
  const { instalments, waivesCharges } = offer
  return useMandate(desk, room, {
    customerId,
    subject: { kind: 'plan', id: planId },
    terms: { until: untilOf(offer), instalments: instalments.length, waivesCharges },
    personId: use.personId ?? desk.actor.personId,
    approvalId: approvalId ?? null,
  })
}

/** Puts a plan in force that waited for approval, if it still can be; the approver's desk. */
export async function agreeApproved(desk: Desk, planId: string, approvalId: string): Promise<void> {
  const plan = await planOf(desk, planId)
  const parts = await store.selectParts(desk.tx, planId)
  const itemIds = parts.items.map(({ openItemId }) => openItemId)
  const open = await store.selectPlannable(desk.tx, plan.customerId, {
    itemIds,
    exceptPlanIds: [planId, ...(plan.replacesId === null ? [] : [plan.replacesId])],
  })
  const room = await roomOf(desk, plan.customerId, plan.currency)

  const refusal = refusalOf({ currency: plan.currency, ...parts }, open, desk.today)
  if (refusal) throw new Refusal('conflict', refusal)

  const { customerId, proposedBy, waivesCharges } = plan
  const offer = { ...parts, waivesCharges }
  const move = { to: 'agreed', on: desk.today } as const
  if (!(await store.movePlan(desk.tx, planId, move))) throw new Refusal('conflict', 'plan_not_open')
  await recordUse(desk, room, { customerId, planId, offer, personId: proposedBy, approvalId })
  await happened(desk, {
    name: 'plan.agreed',
    customerId,
    subject: { kind: 'plan', id: planId },
    data: { minor: sumOf(parts.items), currency: plan.currency, until: untilOf(parts) },
  })
  if (plan.replacesId !== null) {
    await endReplaced(desk, { customerId, planId: plan.replacesId, byPlanId: planId })
  }
}

/** Ends a plan that somebody else did not approve, and says so in the plan's own history. */
export async function refusePlan(
  desk: Desk,
  { planId, customerId, why }: { planId: string; customerId: string; why: string },
): Promise<void> {
  const parts = await store.selectParts(desk.tx, planId)
  const { currency } = await planOf(desk, planId)
  await refuseApproval(desk.tx, planId, desk.today)
  await happened(desk, {
    name: 'plan.refused',
    customerId,
    subject: { kind: 'plan', id: planId },
    why,
    data: { minor: sumOf(parts.items), currency, until: untilOf(parts) },
  })
}

/** Ends a plan whose approval was refused, taken back or ran out. */
export async function refuseApproval(tx: Desk['tx'], planId: string, on: Day): Promise<void> {
  await store.movePlan(tx, planId, { to: 'refused', on })
}

export async function planOf({ tx }: Desk, planId: string) {
  const plan = await store.selectPlan(tx, planId)
  if (!plan) throw new Refusal('not_found', 'no_such_plan')
  return plan
}

/** Takes a plan back; finance goes on with what is open. */
export function withdrawPlan(
  world: World,
  actor: Actor,
  planId: string,
  why: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const { customerId, approvalId } = await planOf(desk, planId)
    await lockDeskCustomer(desk, customerId)

    const was = await store.movePlan(desk.tx, planId, { to: 'withdrawn', on: desk.today, why })
    if (!was) throw new Refusal('conflict', 'plan_not_open')
    await dropTasksOf(desk, customerId, planId)

    if (approvalId !== null) await withdrawApproval(desk, approvalId)
    const subject = { kind: 'plan', id: planId }
    await happened(desk, { name: 'plan.withdrawn', customerId, subject, why })
    return { id: planId }
  })
}

export function listPlans(world: World, actor: Actor, query: Query): Promise<Page> {
  return atDesk(world, actor, async ({ tx }) => {
    const key = keyOf(query.cursor, 2)
    const { customer, state, limit } = query
    const rows = await store.selectPlans(tx, {
      organisationId: actor.organisationId,
      owners: actor.owners,
      customer,
      state,
      after: key ? [String(key[0]), String(key[1])] : null,
      limit,
    })

    const page = pageFrom(rows, limit, (row) => [row.proposedAt, row.id])
    const ids = page.rows.map(({ id }) => id)
    const signed = await recordsCovering(tx, 'plan', ids)
    return { next: page.next, rows: page.rows.map((row) => planRead(row, signed)) }
  })
}

function planRead(row: store.PlanRead, signed: ReadonlyMap<string, string>): Page['rows'][number] {
  const { customerId, customerName, currency, totalMinor, proposedById, proposedByName } = row
  return {
    ...row,
    customer: { id: customerId, name: customerName },
    total: { minor: totalMinor, currency },
    receivedMinor: row.instalments.reduce((sum, { receivedMinor }) => sum + receivedMinor, 0),
    proposedBy: personOf(proposedById, proposedByName),
    signedRecordId: signed.get(row.id) ?? null,
  }
}
