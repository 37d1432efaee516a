import { amountFloorOf, askFirstAboveOf, policyOf, type Policy } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { freshnessOf, openBooks, type Books } from '../../ledger/index.ts'
import { tonesOf } from '../../talking/index.ts'
import { playbooksInForce } from '../playbooks/index.ts'
import type { Playbook } from '../playbooks/rules/content.ts'
import type { GateContext, GatePolicy } from './rules/facts.ts'
import { narrowingOf } from './rules/narrow.ts'
import { selectIsTest } from './store/mode.ts'

/** The frequency cap's window, which its name in the policy says. */
const FREQUENCY_WINDOW_DAYS = 30

/** What a company's gate asks on a day, with what its run needs besides. */
export type Gate = {
  readonly organisationId: string
  readonly entity: Books
  readonly context: GateContext
  readonly policy: Policy
  readonly isTest: boolean
}

export type GateRequest = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly now: Instant
  /** Another day than the company's today makes a rehearsal: old facts hold nothing then. */
  readonly day?: Day
  /** Other playbooks than those in force, for a what-if. */
  readonly playbooks?: readonly Playbook[]
}

/** Opens the gate of a company, or null when there is no such company. */
export async function openGate(tx: Transaction, request: GateRequest): Promise<Gate | null> {
  const { organisationId, legalEntityId, now } = request
  const books = await openBooks(tx, organisationId, now)
  const entity = books.find(({ id }) => id === legalEntityId)
  if (!entity) return null
  const policy = await policyOf(tx, organisationId)
  const isTest = await selectIsTest(tx, organisationId)
  const playbooks = request.playbooks ?? (await playbooksInForce(tx, organisationId))
  const day = request.day ?? entity.today
  const freshness = await freshnessOf(tx, organisationId, now)
  const fresh = freshness.find((one) => one.legalEntityId === legalEntityId)
  return {
    organisationId,
    entity,
    policy,
    isTest,
    context: {
      day,
      policy: gatePolicyOf(policy),
      playbooks,
      tones: await tonesOf(tx, organisationId),
      freshness: day === entity.today && fresh ? fresh : null,
    },
  }
}

function gatePolicyOf(policy: Policy): GatePolicy {
  return {
    ledgerFreshHours: policy.ledgerFreshHours,
    bankFreshBusinessDays: policy.bankFreshBusinessDays,
    replyPauseDays: policy.replyPauseDays,
    promiseToleranceDays: policy.promiseToleranceDays,
    minimumGapDays: policy.minimumGapDays,
    frequencyCap: policy.messagesPerPersonIn30Days,
    frequencyWindowDays: FREQUENCY_WINDOW_DAYS,
    floorOf: (currency) => amountFloorOf(policy, currency),
    askFirstAboveOf: (currency) => askFirstAboveOf(policy, currency),
    newInvoiceGraceDays: policy.newInvoiceGraceDays,
    toneGapDays: policy.toneGapDays,
  }
}

/** What gathering facts for this gate asks for. */
export function gatheringOf({ organisationId, context, isTest }: Gate) {
  const { day, policy, playbooks } = context
  const { eventsFrom } = narrowingOf(playbooks, day)
  return { organisationId, day, policy, isTest, eventsFrom, without: [] }
}
