import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate, type Gate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { MessageDecision } from '../gate/rules/decision.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import type { Reason } from '../gate/rules/reasons.ts'
import {
  closeEntries,
  openDesk,
  reclaimMessages,
  resumeOwn,
  takeClaimed,
  withdraw,
  writeMessages,
  type Claimed,
  type ClaimedRow,
  type DeskKeys,
} from '../messages/index.ts'
import { senderOf } from './rules/entry.ts'
import { verdictOf } from './rules/verdict.ts'
import { lockCustomers } from './store/sending.ts'

/**
 * Takes over messages that were claimed and, for certain, never handed over. The gate is asked again
 * as if they did not exist; what may still go is written afresh, the rest is taken back.
 */
export async function resumeMessages(
  world: World,
  organisationId: string,
  { ids, keys }: { ids: readonly string[]; keys: DeskKeys },
): Promise<Claimed[]> {
  if (ids.length === 0) return []
  return inOrganisation(world.db, organisationId, async (tx) => {
    const taken = await takeClaimed(tx, ids, world.processId)
    // What a person asked for is no step of a playbook, and is judged by itself.
    const own = taken.filter(({ playbookId }) => playbookId === null)
    const messages = taken.filter(({ playbookId }) => playbookId !== null)
    const ours = await resumeOwn(tx, world, { organisationId, keys, at: world.clock() }, own)
    for (const [legalEntityId, those] of Map.groupBy(messages, (one) => one.legalEntityId)) {
      const gate = await openGate(tx, { organisationId, legalEntityId, now: world.clock() })
      if (!gate) throw new Error(`no company ${legalEntityId}`)
      ours.push(...(await resumeOfEntity(tx, { world, gate, keys }, those)))
    }
    return ours
  })
}

type Resuming = { readonly world: World; readonly gate: Gate; readonly keys: DeskKeys }

async function resumeOfEntity(
  tx: Transaction,
  { world, gate, keys }: Resuming,
  messages: readonly ClaimedRow[],
): Promise<Claimed[]> {
  const { organisationId, context, isTest, entity } = gate
  const customerIds = messages.map(({ customerId }) => customerId)
  await lockCustomers(tx, entity.id, customerIds)
  const without = messages.map(({ id }) => id)
  const facts = await gatherFacts(tx, { ...gatheringOf(gate), customerIds, without })
  const actorId = messages[0]?.approvedBy ?? null
  const desk = await openDesk(tx, { ...keys, organisationId, asOf: context.day, isTest, actorId })
  if (!desk) return []

  const judged = messages.flatMap((message) => judge(message, facts, gate))
  const going = judged.filter((one) => one.kind === 'go')
  const drafts = going.map(({ message, customer, decision }) => ({
    customerId: customer.id,
    decision,
    senderId: senderOf(customer, decision) ?? message.approvedBy,
  }))
  const written = await writeMessages(tx, desk, drafts)

  const at = world.clock()
  const where = { organisationId, at }
  for (const one of judged) {
    if (one.kind === 'go') continue
    await withdraw(tx, where, [one.message], one.reasons.map(({ code }) => code).join(' '))
    const outcome = one.reasons
    await closeEntries(tx, [one.message.runEntryId], { state: 'suppressed', outcome })
  }
  const ready = going.flatMap(({ message, decision }, index) => {
    const answer = written[index]
    return answer?.kind === 'written' ? [{ message, decision, letter: answer.letter }] : []
  })
  const { processId } = world
  return reclaimMessages(
    tx,
    { ...where, processId, onDay: context.day, keys: keys.keys, isTest },
    ready,
  )
}

type Judged =
  | {
      readonly kind: 'go'
      readonly message: ClaimedRow
      readonly customer: CustomerFacts
      readonly decision: MessageDecision
    }
  | { readonly kind: 'no'; readonly message: ClaimedRow; readonly reasons: readonly Reason[] }

function judge(message: ClaimedRow, facts: readonly CustomerFacts[], { context }: Gate): Judged[] {
  const customer = facts.find(({ id }) => id === message.customerId)
  if (!customer) return []
  const { playbookId, stepKey, cycle } = message
  const planned = { decision: 'message' as const, playbookId, stepKey, cycle, isApproved: true }
  const verdict = verdictOf(planned, decide(customer, context), customer)
  if (verdict.kind === 'suppressed') return [{ kind: 'no', message, reasons: verdict.reasons }]
  const { decision } = verdict
  if (decision.kind !== 'message' || decision.cycle !== cycle) {
    return [{ kind: 'no', message, reasons: decision.reasons }]
  }
  return [{ kind: 'go', message, customer, decision }]
}
