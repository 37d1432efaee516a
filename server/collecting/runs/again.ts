import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { personOf } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import {
  claimMessages,
  claimOwnAgain,
  deliverMessages,
  holdUnknown,
  openDesk,
  sayItArrived,
  setAside,
  writeMessages,
  type Claimed,
  type Deciding,
  type DeskKeys,
} from '../messages/index.ts'
import { senderOf } from './rules/entry.ts'
import { verdictOf } from './rules/verdict.ts'
import { deskKeysOf } from './send.ts'
import { lockCustomers } from './store/sending.ts'

export type UnknownDecision = {
  readonly messageId: string
  readonly decision: 'it_arrived' | 'send_again'
  readonly note: string
}

/**
 * A person who looked says what became of a message whose fate is unknown, and what they saw. Sending it again asks the gate like
 * any other message, writes what is true now, and is a further attempt with an identity of its own.
 */
export async function decideUnknown(
  world: World,
  deciding: Deciding,
  { messageId, decision, note }: UnknownDecision,
): Promise<{ state: 'accepted' | 'withdrawn'; againAs: string | null }> {
  const { organisationId } = deciding
  if (decision === 'send_again' && note === '') throw new Refusal('invalid', 'say_what_you_saw')
  const keys = await deskKeysOf(world, organisationId)
  const again = await inOrganisation(world.db, organisationId, async (tx) => {
    const message = await holdUnknown(tx, deciding, messageId)
    if (decision === 'send_again') return claimAgain(tx, { world, deciding, keys }, message, note)
    await sayItArrived(tx, deciding, message, note)
    return null
  })
  if (again !== null) await deliverMessages(world, organisationId, [again])
  return { state: decision === 'it_arrived' ? 'accepted' : 'withdrawn', againAs: again?.id ?? null }
}

type Unknown = Awaited<ReturnType<typeof holdUnknown>>

type Again = { readonly world: World; readonly deciding: Deciding; readonly keys: DeskKeys }

async function claimAgain(
  tx: Transaction,
  { world, deciding, keys }: Again,
  message: Unknown,
  note: string,
): Promise<Claimed> {
  const { organisationId, at, by } = deciding
  const { customerId, legalEntityId, playbookId, stepKey, cycle } = message
  if (playbookId === null) return claimOwnOnceMore(tx, { world, deciding, keys }, message, note)
  const gate = await openGate(tx, { organisationId, legalEntityId, now: at })
  if (!gate) throw new Error(`no company ${legalEntityId}`)
  await lockCustomers(tx, legalEntityId, [customerId])
  await setAside(tx, deciding, message, note)
  const [facts] = await gatherFacts(tx, { ...gatheringOf(gate), customerIds: [customerId] })
  if (!facts) throw new Refusal('not_found', 'no_such_customer')

  const planned = { decision: 'message' as const, playbookId, stepKey, cycle, isApproved: true }
  const verdict = verdictOf(planned, decide(facts, gate.context), facts)
  if (verdict.kind === 'suppressed' || verdict.decision.kind !== 'message') {
    const [why] = verdict.kind === 'suppressed' ? verdict.reasons : []
    throw new Refusal('conflict', 'gate_says_no', { reason: why?.code ?? '' })
  }

  const { decision } = verdict
  const { isTest, context } = gate
  const actorId = personOf(by)
  const desk = await openDesk(tx, { ...keys, organisationId, asOf: context.day, isTest, actorId })
  if (!desk) throw new Refusal('conflict', 'no_mail_settings')
  const senderId = senderOf(facts, decision) ?? actorId
  const [written] = await writeMessages(tx, desk, [{ customerId, decision, senderId }])
  if (written?.kind !== 'written') {
    throw new Refusal('conflict', 'gate_says_no', { reason: 'template_broken' })
  }
  const [again] = await claimMessages(
    tx,
    {
      organisationId,
      legalEntityId,
      onDay: context.day,
      at,
      processId: world.processId,
      domain: desk.domain,
      keys: keys.keys,
      isTest,
    },
    [{ letter: written.letter, decision, runEntryId: message.runEntryId }],
  )
  if (!again) throw new Refusal('conflict', 'gate_says_no', { reason: 'already_sent' })
  return again
}

/** The same for a message that no playbook asked for: only who must not be written to holds it. */
async function claimOwnOnceMore(
  tx: Transaction,
  { world, deciding, keys }: Again,
  message: Unknown,
  note: string,
): Promise<Claimed> {
  const { organisationId, at } = deciding
  await lockCustomers(tx, message.legalEntityId, [message.customerId])
  await setAside(tx, deciding, message, note)
  const claim = await claimOwnAgain(tx, world, { organisationId, at, keys }, message)

  if (claim.kind === 'claimed') return claim.claimed
  const [why] = claim.reasons
  throw new Refusal('conflict', 'gate_says_no', { reason: why?.code ?? '' })
}
