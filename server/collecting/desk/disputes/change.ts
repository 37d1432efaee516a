import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { happened } from '../common/desk.ts'
import type * as contract from './contract.ts'
import { withDispute } from './held.ts'
import { refuseBlindOwner } from './owner.ts'
import { changesOf, refusalOfChange } from './rules/claim.ts'
import { selectReceivable, updateDispute } from './store/disputes.ts'
import { insertDisputeEvidence, isEvidenceOf } from './store/evidence.ts'

type Asked = z.output<typeof contract.changeDispute.schema.body>
type Done = Promise<{ id: string }>

/** Changes amount, reason, department, owner or days of a dispute; the history keeps both. */
export function changeDispute(
  world: World,
  actor: Actor,
  disputeId: string,
  { why, ...asked }: Asked,
): Done {
  return withDispute(world, actor, disputeId, async (desk, now) => {
    const receivable = await selectReceivable(desk.tx, now.receivableId)
    const customerOwnerId = receivable?.customerOwnerId ?? null
    if (asked.ownerId !== now.ownerId) {
      await refuseBlindOwner(desk, world, asked.ownerId, customerOwnerId)
    }
    const openMinor = receivable?.openMinor ?? 0
    const disputedMinor = receivable?.disputedMinor ?? 0

    const leftMinor = openMinor - (disputedMinor - now.amountMinor)
    const refusal = refusalOfChange(now, asked, {
      isOpen: now.state === 'open',
      leftMinor,
      today: desk.today,
    })
    if (refusal) throw new Refusal('conflict', refusal)

    // A later deadline is a new chance: whoever misses it is told again.
    const isNewDeadline = asked.deadlineOn !== now.deadlineOn
    await updateDispute(desk.tx, disputeId, {
      ...asked,
      ...(isNewDeadline ? { escalatedOn: null } : {}),
    })
    for (const { field, from, to } of changesOf(now, asked)) {
      await happened(desk, {
        name: 'dispute.changed',
        customerId: now.customerId,
        subject: { kind: 'dispute', id: disputeId },
        why,
        data: { field, from, to, currency: now.currency },
      })
    }
    return { id: disputeId }
  })
}

/** Lays one of the customer's documents beside a dispute; the same one twice is one. */
export function addDisputeEvidence(
  world: World,
  actor: Actor,
  disputeId: string,
  evidenceId: string,
): Done {
  return withDispute(world, actor, disputeId, async (desk, { customerId }) => {
    const isTheirs = await isEvidenceOf(desk.tx, evidenceId, customerId)
    if (!isTheirs) throw new Refusal('not_found', 'no_such_evidence')

    const isNew = await insertDisputeEvidence(desk.tx, {
      id: newId(),
      organisationId: desk.organisation.id,
      disputeId,
      evidenceId,
      addedBy: actor.personId,
      addedAt: desk.now,
    })
    if (!isNew) return { id: disputeId }
    await happened(desk, {
      name: 'dispute.evidence_added',
      customerId,
      subject: { kind: 'dispute', id: disputeId },
      data: { evidenceId },
    })
    return { id: disputeId }
  })
}
