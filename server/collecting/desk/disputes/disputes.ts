import type * as z from 'zod'

import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, happened, lockDeskCustomer, refuseStranger, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { atSystemDesk } from '../common/system.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import type * as contract from './contract.ts'
import { refusalOf } from './rules.ts'
import * as store from './store.ts'

type Claim = z.output<typeof contract.openDispute.schema.body>
type Settlement = z.output<typeof contract.resolveDispute.schema.body>
type Query = z.output<typeof contract.listDisputes.schema.querystring>
type Page = z.input<(typeof contract.listDisputes.schema.response)[200]>

/** Notes that a customer disputes a document or a part of it. */
export function openDispute(
  world: World,
  actor: Actor,
  receivableId: string,
  claim: Claim,
): Promise<{ id: string }> {
  return atDesk(world, actor, (desk) => openWithin(desk, receivableId, claim))
}

/** The same in the transaction of a desk. */
export async function openWithin(
  desk: Desk,
  receivableId: string,
  claim: Claim,
): Promise<{ id: string }> {
  const found = await store.selectReceivable(desk.tx, receivableId)
  if (!found) throw new Refusal('not_found', 'no_such_receivable')
  await lockDeskCustomer(desk, found.customerId)
  await refuseStranger(desk, claim.ownerId)
  const receivable = (await store.selectReceivable(desk.tx, receivableId)) ?? found

  const refusal = refusalOf(claim, receivable, desk.today)
  if (refusal) throw new Refusal('conflict', refusal)

  const id = newId()
  const amountMinor = claim.amountMinor ?? receivable.openMinor - receivable.disputedMinor
  await store.insertDispute(desk.tx, {
    ...claim,
    id,
    organisationId: desk.organisation.id,
    customerId: receivable.customerId,
    receivableId,
    amountMinor,
    currency: receivable.currency,
    openedOn: desk.today,
    openedBy: desk.actor.personId,
    openedAt: desk.now,
  })
  await happened(desk, {
    name: 'dispute.opened',
    customerId: receivable.customerId,
    subject: { kind: 'dispute', id },
    data: { reason: claim.reason, minor: amountMinor, currency: receivable.currency },
  })
  return { id }
}

/** Ends a dispute with how it was settled. */
export function resolveDispute(
  world: World,
  actor: Actor,
  disputeId: string,
  { resolution, note }: Settlement,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const dispute = await store.selectDispute(desk.tx, disputeId)
    if (!dispute) throw new Refusal('not_found', 'no_such_dispute')
    await lockDeskCustomer(desk, dispute.customerId)

    const wasOpen = await store.resolveDispute(desk.tx, disputeId, resolution, desk.today)
    if (!wasOpen) throw new Refusal('conflict', 'dispute_not_open')

    await happened(desk, {
      name: 'dispute.resolved',
      customerId: dispute.customerId,
      subject: { kind: 'dispute', id: disputeId },
      why: note,
      data: { resolution },
    })
    return { id: disputeId }
  })
}

export function listDisputes(world: World, actor: Actor, query: Query): Promise<Page> {
  return atDesk(world, actor, async ({ tx }) => {
    const key = keyOf(query.cursor, 2)
    const { customer, state, limit } = query
    const rows = await store.selectDisputes(tx, {
      organisationId: actor.organisationId,
      owners: actor.owners,
      customer,
      state,
      after: key ? [String(key[0]), String(key[1])] : null,
      limit,
    })

    const page = pageFrom(rows, limit, (row) => [row.sortDay, row.id])
    return {
      next: page.next,
      rows: page.rows.map((row) => ({
        id: row.id,
        customer: { id: row.customerId, name: row.customerName },
        receivable: { id: row.receivableId, number: row.number },
        reason: row.reason,
        amount: { minor: row.amountMinor, currency: row.currency },
        note: row.note,
        openedOn: row.openedOn,
        revisitOn: row.revisitOn,
        owner: personOf(row.ownerId, row.ownerName),
        state: row.state,
        resolution: row.resolution,
        resolvedOn: row.resolvedOn,
      })),
    }
  })
}

/** Ends the disputes on documents that were settled meanwhile. Runs daily. */
export function closePaidDisputes(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const paid = await store.selectPaidDisputes(desk.tx, organisationId)

    for (const { id, customerId } of paid) {
      await store.resolveDispute(desk.tx, id, 'paid', desk.today)
      await appendEvent(desk.tx, {
        name: 'dispute.resolved',
        organisationId,
        at: desk.now,
        by: { kind: 'system' },
        customerId,
        subject: { kind: 'dispute', id },
        data: { resolution: 'paid' },
      })
    }
    const customerIds = [...new Set(paid.map(({ customerId }) => customerId))]
    await refreshWorklist(desk.tx, desk.organisation, customerIds, desk.today)
    return paid.length
  })
}
