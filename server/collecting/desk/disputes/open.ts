import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { atDesk, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import { departmentsOf, routesOf } from '../departments/departments.ts'
import { routeOf } from '../departments/rules.ts'
import { askAtOnce } from '../questions/at-once.ts'
import type * as contract from './contract.ts'
import { refuseBlindOwner, usualOwner } from './owner.ts'
import { refusalOf } from './rules/claim.ts'
import { selectReceivable, insertDispute } from './store/disputes.ts'
import { addSearchTask } from './tasks.ts'

type Claim = z.output<typeof contract.openDispute.schema.body>
type Receivable = NonNullable<Awaited<ReturnType<typeof selectReceivable>>>

/** Notes that a customer disputes a document or a part of it, and gives it to whom it concerns. */
export function openDispute(
  world: World,
  actor: Actor,
  receivableId: string,
  claim: Claim,
): Promise<{ id: string }> {
  return atDesk(world, actor, (desk) => openWithin(desk, world, { receivableId, claim }))
}

type Opening = { readonly receivableId: string; readonly claim: Claim }

/** The same in the transaction of a desk. */
export async function openWithin(
  desk: Desk,
  world: World,
  { receivableId, claim }: Opening,
): Promise<{ id: string }> {
  const found = await selectReceivable(desk.tx, receivableId)
  if (!found) throw new Refusal('not_found', 'no_such_receivable')
  await lockDeskCustomer(desk, found.customerId)
  const receivable = (await selectReceivable(desk.tx, receivableId)) ?? found
  await refuseBlindOwner(desk, world, claim.ownerId, receivable.customerOwnerId)
  const usual = await usualHandling(desk, world, claim, receivable)

  const refusal = refusalOf(claim, receivable, desk.today)
  if (refusal) throw new Refusal('conflict', refusal)

  return note(desk, receivableId, { claim, receivable, usual })
}

type Noting = {
  readonly claim: Claim
  readonly receivable: Receivable
  readonly usual: Awaited<ReturnType<typeof usualHandling>>
}

async function note(
  desk: Desk,
  receivableId: string,
  { claim, receivable, usual }: Noting,
): Promise<{ id: string }> {
  const id = newId()
  const amountMinor = claim.amountMinor ?? receivable.openMinor - receivable.disputedMinor
  const handling = {
    department: claim.department ?? usual.department,
    deadlineOn: claim.deadlineOn ?? usual.deadlineOn,
    ownerId: claim.ownerId ?? usual.ownerId,
  }
  const { customerId, currency } = receivable
  const { reason, note: words, revisitOn } = claim
  await insertDispute(desk.tx, {
    ...handling,
    reason,
    note: words,
    revisitOn,
    id,
    organisationId: desk.organisation.id,
    customerId,
    receivableId,
    amountMinor,
    currency,
    openedOn: desk.today,
    openedBy: desk.actor.personId,
    openedAt: desk.now,
  })
  if (reason === 'already_paid') {
    await addSearchTask(desk, { ...receivable, amountMinor, assigneeId: handling.ownerId })
  }
  await happened(desk, {
    name: 'dispute.opened',
    customerId,
    subject: { kind: 'dispute', id },
    data: { reason, minor: amountMinor, currency, ...handling },
  })
  const { deadlineOn } = handling
  const department = usual.departments.find((one) => one.department === handling.department)
  await askAtOnce(desk, { disputeId: id, customerId, reason, deadlineOn, department })
  return { id }
}

/** Department, deadline and owner as the organisation has set them for a reason. */
async function usualHandling(desk: Desk, world: World, claim: Claim, receivable: Receivable) {
  const routes = await routesOf(desk.tx, desk.organisation.id)
  const { department: routed, businessDays } = routeOf(claim.reason, routes)
  const department = claim.department ?? routed
  const departments = await departmentsOf(desk, desk.actor.language)
  const person = departments.find((one) => one.department === department)?.person ?? null
  const { addBusinessDays } = businessCalendar(receivable.country, receivable.region)
  return {
    department,
    departments,
    deadlineOn: addBusinessDays(desk.today, businessDays),
    ownerId: await usualOwner(desk, world, person?.id ?? null, receivable),
  }
}
