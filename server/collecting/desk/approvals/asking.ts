import { addSeconds } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { happened, type Desk } from '../common/desk.ts'
import type { Approver, Beyond } from '../mandates/rules.ts'
import { closeRequest } from './closing.ts'
import { APPROVAL_SECONDS } from './rules.ts'
import * as store from './store.ts'

type Asking = {
  readonly customerId: string
  readonly kind: 'promise' | 'plan'
  readonly proposal: Readonly<Record<string, unknown>>
  readonly beyond: readonly Beyond[]
  readonly note: string
  readonly approver: Approver
}

/** Asks for what goes beyond a mandate, in the transaction of a desk that holds the customer. */
export async function insertApproval(desk: Desk, asking: Asking): Promise<string> {
  const { customerId, kind, proposal, beyond, note, approver } = asking
  const id = newId()
  await store.insertApproval(desk.tx, {
    id,
    organisationId: desk.organisation.id,
    customerId,
    kind,
    proposal: JSON.stringify(proposal),
    beyond: JSON.stringify(beyond),
    note,
    approver,
    askedBy: desk.actor.personId,
    askedAt: desk.now,
    expiresAt: addSeconds(desk.now, APPROVAL_SECONDS),
  })
  await happened(desk, {
    name: 'approval.asked',
    customerId,
    subject: { kind: 'approval', id },
    why: note,
    data: { kind, approver },
  })
  return id
}

/** Takes a request back whose plan was, should it still wait. */
export async function withdrawApproval(desk: Desk, approvalId: string): Promise<void> {
  await closeRequest(desk, approvalId, { state: 'withdrawn', by: null, note: '', how: null })
}
