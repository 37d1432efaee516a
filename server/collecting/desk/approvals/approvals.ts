import type * as z from 'zod'

import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { atSystemDesk } from '../common/system.ts'
import { beyondRoom, roomOf } from '../mandates/mandates.ts'
import { agreeApproved, refuseApproval, refusePlan } from '../plans/plans.ts'
import { takeApproved } from '../promises/promises.ts'
import { insertApproval } from './asking.ts'
import { closeRequest } from './closing.ts'
import type * as contract from './contract.ts'
import { gistOf, proposalFrom } from './proposal.ts'
import { refusalOfDeciding } from './rules.ts'
import * as store from './store.ts'

type Asking = z.output<typeof contract.askForPromise.schema.body>
type Decision = z.output<typeof contract.decideApproval.schema.body>
type Query = z.output<typeof contract.listApprovals.schema.querystring>
type Page = z.input<(typeof contract.listApprovals.schema.response)[200]>
type Done = Promise<{ id: string }>

/** Asks for approval of a promise that goes beyond the mandate. */
export function askForPromise(
  world: World,
  actor: Actor,
  customerId: string,
  asking: Asking,
): Done {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    const id = await askWithin(desk, customerId, asking)
    if (id === null) throw new Refusal('conflict', 'within_mandate')
    return { id }
  })
}

type Wish = {
  readonly promise: Asking['promise'] & { readonly outcomeId?: string }
  readonly note: string
}

/**
 * The same in the transaction of a desk that holds the customer; null when the promise is within the
 * mandate, so that there is nothing to ask.
 */
export async function askWithin(
  desk: Desk,
  customerId: string,
  { promise, note }: Wish,
): Promise<string | null> {
  const room = await roomOf(desk, customerId, promise.amount.currency)

  const beyond = beyondRoom(desk, room, {
    until: promise.promisedFor,
    instalments: 1,
    firstPaymentPercent: 100,
    discountBasisPoints: 0,
    waivesCharges: false,
  })
  if (beyond.length === 0) return null

  const proposal = { promise: { ...promise, saidBy: desk.keys.encrypt(promise.saidBy) } }
  const { approver } = room
  return insertApproval(desk, { customerId, kind: 'promise', proposal, beyond, note, approver })
}

/** Approves or refuses what somebody else asked for; approved, it is in force at once. */
export function decideApproval(
  world: World,
  actor: Actor,
  approvalId: string,
  decision: Decision,
): Done {
  return atDesk(world, actor, (desk) => decideWithin(desk, approvalId, { ...decision, how: 'app' }))
}

/** The same in the transaction of a desk: by a link, the desk of whom it was sent to. */
export async function decideWithin(
  desk: Desk,
  approvalId: string,
  { decision, note, how }: Decision & { readonly how: 'app' | 'link' },
): Done {
  const found = await approvalOf(desk, approvalId)
  await lockDeskCustomer(desk, found.customerId)
  const request = await approvalOf(desk, approvalId)

  const refusal = refusalOfDeciding(request, desk.actor, desk.now)
  if (refusal) throw new Refusal(refusal === 'own_request' ? 'forbidden' : 'conflict', refusal)

  const { customerId, askedBy, kind } = request
  const proposal = proposalFrom(request.proposal)
  const end = { state: decision, by: desk.actor.personId, note, how }
  await closeRequest(desk, approvalId, end)
  await happened(desk, {
    name: `approval.${decision}`,
    customerId,
    subject: { kind: 'approval', id: approvalId },
    why: note,
    data: { kind, askedBy },
  })
  if (decision === 'refused') {
    if ('planId' in proposal) {
      await refusePlan(desk, { planId: proposal.planId, customerId, why: note })
    }
  } else if ('planId' in proposal) {
    await agreeApproved(desk, proposal.planId, approvalId)
  } else {
    const { outcomeId, ...promise } = proposal.promise
    const saidBy = desk.keys.decrypt(promise.saidBy)
    const offer = { ...promise, saidBy, ...(outcomeId === undefined ? {} : { outcomeId }) }
    await takeApproved(desk, customerId, offer, { takenBy: askedBy, approvalId })
  }
  return { id: approvalId }
}

async function approvalOf({ tx }: Desk, id: string) {
  const approval = await store.selectApproval(tx, id)
  if (!approval) throw new Refusal('not_found', 'no_such_approval')
  return approval
}

/** Takes one's own request back. */
export function withdrawRequest(world: World, actor: Actor, approvalId: string): Done {
  return atDesk(world, actor, async (desk) => {
    const { customerId, askedBy, proposal: kept } = await approvalOf(desk, approvalId)
    await lockDeskCustomer(desk, customerId)
    if (askedBy !== actor.personId) throw new Refusal('forbidden', 'not_your_request')

    const end = { state: 'withdrawn', by: null, note: '', how: null } as const
    const was = await closeRequest(desk, approvalId, end)
    if (!was) throw new Refusal('conflict', 'already_decided')

    const proposal = proposalFrom(kept)
    if ('planId' in proposal) await refuseApproval(desk.tx, proposal.planId, desk.today)
    const subject = { kind: 'approval', id: approvalId }
    await happened(desk, { name: 'approval.withdrawn', customerId, subject })
    return { id: approvalId }
  })
}

export function listApprovals(world: World, actor: Actor, query: Query): Promise<Page> {
  return atDesk(world, actor, async (desk) => {
    const key = keyOf(query.cursor, 2)
    const { customer, state, limit } = query
    if (customer !== undefined) await findCustomer(desk, customer)
    const asked = {
      organisationId: actor.organisationId,
      owners: actor.owners,
      customer,
      state,
      askedBy: query.mine === 'true' ? actor.personId : undefined,
      after: key ? ([String(key[0]), String(key[1])] as const) : null,
      limit,
    }
    const rows = await store.selectApprovals(desk.tx, asked, desk.today)

    const page = pageFrom(rows, limit, (row) => [row.askedAt, row.id])
    return { next: page.next, rows: page.rows.map((row) => approvalRead(desk, row)) }
  })
}

function approvalRead(desk: Desk, row: store.ApprovalRead): Page['rows'][number] {
  const { id, kind, beyond, note, approver, state, askedAt, expiresAt, decidedAt } = row
  const { owedMinor, overdueMinor, promisesKept, promisesMissed, insurer } = row
  return {
    owedMinor,
    overdueMinor,
    promisesKept,
    promisesMissed,
    insurer,
    id,
    kind,
    beyond,
    note,
    approver,
    state,
    askedAt,
    expiresAt,
    decidedAt,
    ...gistOf(proposalFrom(row.proposal)),
    customer: { id: row.customerId, name: row.customerName },
    askedBy: personOf(row.askedBy, row.askedByName),
    decidedBy: personOf(row.decidedById, row.decidedByName),
    decisionNote: row.decisionNote,
    mayDecide: refusalOfDeciding(row, desk.actor, desk.now) === null,
  }
}

/** Ends the requests that nobody answered in time. Runs hourly; running it twice does no harm. */
export function expireApprovals(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const late = await store.selectExpired(desk.tx, organisationId, desk.now)

    const end = { state: 'expired', by: null, note: '', how: null } as const
    let expired = 0
    for (const { id, customerId, planId } of late) {
      // Decided or ended while this waited for its customer: then there is nothing to tell.
      if (!(await closeRequest(desk, id, end))) continue
      expired += 1
      if (planId !== null) await refuseApproval(desk.tx, planId, desk.today)
      await appendEvent(desk.tx, {
        name: 'approval.expired',
        organisationId,
        at: desk.now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'approval', id },
      })
    }
    return expired
  })
}
