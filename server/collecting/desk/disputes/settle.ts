import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { happened, type Desk } from '../common/desk.ts'
import type * as contract from './contract.ts'
import { withDispute, type HeldDispute } from './held.ts'
import { isSettledBy, refusalOfSettling, type Expected } from './rules/settle.ts'
import { selectCredited } from './store/detail.ts'
import * as store from './store/disputes.ts'
import { insertDisputeEvidence, isEvidenceOf } from './store/evidence.ts'
import { tellCustomer, type Told } from './telling.ts'

type Settlement = z.output<typeof contract.resolveDispute.schema.body>
type Settled = z.input<(typeof contract.resolveDispute.schema.response)[201]>
type Receivable = NonNullable<Awaited<ReturnType<typeof store.selectReceivable>>>

/** Within how many business days a document that was asked for should be there. */
const EXPECTED_WITHIN_DAYS = 10

const NOBODY_TOLD: Told = { messageId: null, taskId: null, reasons: [] }

/** Settles a dispute, or asks for the document that will. */
export function resolveDispute(
  world: World,
  actor: Actor,
  disputeId: string,
  settlement: Settlement,
): Promise<Settled> {
  return withDispute(world, actor, disputeId, async (desk, dispute) => {
    const { resolution, documentId, evidenceId, telling } = settlement
    const { customerId, currency, receivableId } = dispute
    const receivable = await store.selectReceivable(desk.tx, receivableId)
    if (!receivable) throw new Refusal('not_found', 'no_such_receivable')
    const sought = { customerId, currency, not: receivableId }
    const document = documentId ? await store.selectDocument(desk.tx, documentId, sought) : null
    const hasProof = evidenceId !== null && (await isEvidenceOf(desk.tx, evidenceId, customerId))
    const { openMinor } = receivable
    const isOpen = dispute.state === 'open'

    const facts = { isOpen, openMinor, expects: dispute.expects, document, hasProof }
    const refusal = refusalOfSettling(resolution, facts)
    if (refusal) throw new Refusal('conflict', refusal)

    const isSettled = isSettledBy(resolution, { openMinor, document: document ?? null })
    if (isSettled) await end(desk, dispute, settlement)
    else await expect(desk, dispute, { settlement, receivable })
    const told = telling
      ? await tellCustomer(desk, world, { ...telling, dispute, resolution, evidenceId })
      : NOBODY_TOLD
    const state = isSettled ? 'resolved' : 'open'
    return { id: disputeId, state, ...told, reasons: [...told.reasons] }
  })
}

async function end(
  desk: Desk,
  { id, customerId }: HeldDispute,
  { resolution, documentId, evidenceId, note }: Settlement,
): Promise<void> {
  const proofId = resolution === 'delivery_proved' ? evidenceId : null
  const settled = { resolution, settledBy: documentId, proofId }
  const wasOpen = await store.settleDispute(desk.tx, id, settled, desk.today)
  if (!wasOpen) throw new Refusal('conflict', 'dispute_not_open')
  if (proofId) {
    await insertDisputeEvidence(desk.tx, {
      id: newId(),
      organisationId: desk.organisation.id,
      disputeId: id,
      evidenceId: proofId,
      addedBy: desk.actor.personId,
      addedAt: desk.now,
    })
  }
  await happened(desk, {
    name: 'dispute.resolved',
    customerId,
    subject: { kind: 'dispute', id },
    why: note,
    data: { resolution, documentId },
  })
}

type Asking = { readonly settlement: Settlement; readonly receivable: Receivable }

async function expect(
  desk: Desk,
  { id, customerId, receivableId, settledBy }: HeldDispute,
  { settlement: { resolution, documentId, note }, receivable }: Asking,
): Promise<void> {
  const expects: Expected = resolution === 'credit_note' ? 'credit_note' : 'corrected_invoice'
  const { addBusinessDays } = businessCalendar(receivable.country, receivable.region)
  const by = addBusinessDays(desk.today, EXPECTED_WITHIN_DAYS)
  const linkedId = documentId ?? settledBy
  const creditedBeforeMinor = await selectCredited(desk.tx, receivableId)
  await store.expectDocument(desk.tx, id, { expects, creditedBeforeMinor, by, linkedId })
  await happened(desk, {
    name: 'dispute.expected',
    customerId,
    subject: { kind: 'dispute', id },
    why: note,
    data: { expects, until: by, documentId },
  })
}
