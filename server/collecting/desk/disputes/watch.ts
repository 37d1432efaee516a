import { appendEvent } from '../../../access/index.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { holdCustomers } from '../common/store.ts'
import { atSystemDesk, type SystemDesk } from '../common/system.ts'
import { routesOf } from '../departments/departments.ts'
import { routeOf } from '../departments/rules.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import { arrivalOf, endOf } from './rules/settle.ts'
import { selectCandidates, selectCredited } from './store/detail.ts'
import { settleDispute, updateDispute, type Settlement } from './store/disputes.ts'
import * as store from './store/watch.ts'

/**
 * Looks at what became of disputes: ends those whose invoice is settled or whose document came, opens
 * again those whose money went back, and tells of deadlines that passed. Twice does no harm.
 */
export function watchDisputes(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async (desk) => {
    const customers = await store.selectConcerned(desk.tx, organisationId, desk.today)
    if (customers.length === 0) return 0
    await holdCustomers(desk.tx, customers)

    const moved = [
      ...(await reopen(desk, customers)),
      ...(await endWithInvoice(desk, customers)),
      ...(await lookForDocuments(desk, customers)),
      ...(await escalate(desk, customers)),
    ]
    const concerned = [...new Set(moved)]
    await refreshWorklist(desk.tx, desk.organisation, concerned, desk.today)
    return moved.length
  })
}

async function reopen(desk: SystemDesk, customers: readonly string[]): Promise<string[]> {
  const risen = await store.selectRisen(desk.tx, customers)
  const routes = risen.length > 0 ? await routesOf(desk.tx, desk.organisation.id) : []
  for (const dispute of risen) {
    const { addBusinessDays } = businessCalendar(dispute.country, dispute.region)
    const { businessDays } = routeOf(dispute.reason, routes)
    const amountMinor = Math.min(dispute.amountMinor, dispute.openMinor)
    await updateDispute(desk.tx, dispute.id, {
      state: 'open',
      resolution: null,
      resolvedOn: null,
      settledBy: null,
      closedWithInvoice: false,
      amountMinor,
      deadlineOn: addBusinessDays(desk.today, businessDays),
      escalatedOn: null,
    })
    const data = { minor: amountMinor, currency: dispute.currency }
    await note(desk, dispute, { name: 'dispute.reopened', data })
  }
  return risen.map(({ customerId }) => customerId)
}

async function endWithInvoice(desk: SystemDesk, customers: readonly string[]): Promise<string[]> {
  const ended = await store.selectEnded(desk.tx, customers)
  for (const dispute of ended) {
    const resolution = endOf(dispute.lastMove, dispute.expects)
    const { settledBy } = dispute
    await end(desk, dispute, { resolution, settledBy, closedWithInvoice: true })
  }
  return ended.map(({ customerId }) => customerId)
}

async function lookForDocuments(desk: SystemDesk, customers: readonly string[]): Promise<string[]> {
  const waiting = await store.selectWaiting(desk.tx, customers)
  const moved: string[] = []
  for (const dispute of waiting) {
    if (await lookForDocument(desk, dispute)) moved.push(dispute.customerId)
  }
  return moved
}

async function lookForDocument(desk: SystemDesk, dispute: store.Watched): Promise<boolean> {
  const { expects, amountMinor, settledBy: linkedId, currency } = dispute
  if (!expects) return false
  const documents = await selectCandidates(desk.tx, dispute)
  const creditedBeforeMinor = await selectCredited(desk.tx, dispute.receivableId)
  const creditedMinor = creditedBeforeMinor - (dispute.creditedBeforeMinor ?? 0)

  const arrival = arrivalOf({ expects, amountMinor, creditedMinor, linkedId, documents })

  if (!arrival) return false
  if (arrival.kind === 'settled') {
    await end(desk, dispute, { resolution: expects, settledBy: arrival.documentId })
  } else if (arrival.kind === 'linked') {
    await updateDispute(desk.tx, dispute.id, { settledBy: arrival.documentId })
    const data = { field: 'settledBy', from: '', to: arrival.documentId, currency }
    await note(desk, dispute, { name: 'dispute.changed', data })
  } else {
    await updateDispute(desk.tx, dispute.id, {
      amountMinor: arrival.leftMinor,
      creditedBeforeMinor,
    })
    const [from, to] = [String(amountMinor), String(arrival.leftMinor)]
    const data = { field: 'amountMinor', from, to, currency }
    await note(desk, dispute, { name: 'dispute.changed', data })
  }
  return true
}

async function escalate(desk: SystemDesk, customers: readonly string[]): Promise<string[]> {
  const late = await store.escalate(desk.tx, customers, desk.today)
  for (const dispute of late) {
    const { department, deadlineOn, ownerId, expects, amountMinor, currency } = dispute
    const data = { department, until: deadlineOn, ownerId, expects, minor: amountMinor, currency }
    await note(desk, dispute, { name: 'dispute.overdue', data })
  }
  return late.map(({ customerId }) => customerId)
}

async function end(desk: SystemDesk, dispute: store.Watched, how: Settlement): Promise<void> {
  const wasOpen = await settleDispute(desk.tx, dispute.id, how, desk.today)
  if (!wasOpen) return
  const data = { resolution: how.resolution, documentId: how.settledBy ?? null }
  await note(desk, dispute, { name: 'dispute.resolved', data })
}

type Happening = { readonly name: string; readonly data: Readonly<Record<string, unknown>> }

function note(
  { tx, organisation, now }: SystemDesk,
  { id, customerId }: { readonly id: string; readonly customerId: string },
  happening: Happening,
): Promise<void> {
  return appendEvent(tx, {
    ...happening,
    organisationId: organisation.id,
    at: now,
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'dispute', id },
  })
}
