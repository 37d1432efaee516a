import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addJob } from '../../jobs/jobs.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate, type Gate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { MessageDecision } from '../gate/rules/decision.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import {
  openDesk,
  prepare,
  statementOf,
  writeMessages,
  type DeskKeys,
  type Statement,
} from '../messages/index.ts'
import { senderOf } from './rules/entry.ts'
import { verdictOf } from './rules/verdict.ts'
import { deskKeysOf, type SendRequest } from './send.ts'
import { hasBegun } from './store/approval.ts'
import { selectRun, type RunRow } from './store/runs.ts'
import { selectEntriesToPrepare, type DueEntry } from './store/sending.ts'

export const PREPARE_TASK = 'runs:prepare'

const ENTRIES_AT_ONCE = 40

/** About 40 kB each; the rest of a larger run is set while it is sent. */
const MOST_STATEMENTS = 20_000

/** Asks for a run's statements to be set ahead. */
export function askToPrepare(
  tx: Transaction,
  { organisationId, runId }: SendRequest,
): Promise<void> {
  return addJob(tx, {
    task: PREPARE_TASK,
    payload: { organisationId, runId },
    key: `${PREPARE_TASK}:${runId}`,
    queue: `${PREPARE_TASK}:${runId}`,
  })
}

/**
 * Sets ahead the statements of a run that is not being sent yet, from what is true now. They are found
 * by the figures that they show: a message whose figures have changed by then gets one set anew.
 */
export async function prepareStatements(
  world: World,
  { organisationId, runId }: SendRequest,
): Promise<number> {
  const keys = await deskKeysOf(world, organisationId)
  let after: string | null = null
  let count = 0
  while (count < MOST_STATEMENTS) {
    const look: Look = { runId, keys, after }
    const next: Next | null = await inOrganisation(world.db, organisationId, (tx) =>
      nextOf(tx, world, look),
    )
    if (!next) break
    count += await prepare(world, { organisationId, runId }, next.statements)
    after = next.last
  }
  return count
}

type Look = { readonly runId: string; readonly keys: DeskKeys; readonly after: string | null }

type Next = { readonly last: string; readonly statements: readonly Statement[] }

/** The statements of the next entries as they would go now; null when there are no more. */
async function nextOf(
  tx: Transaction,
  world: World,
  { runId, keys, after }: Look,
): Promise<Next | null> {
  const run = await selectRun(tx, runId)
  if (run?.state !== 'planned' && run?.state !== 'sending') return null
  const now = world.clock()
  // Once a run is being sent, what is due is set there; what waits for its hour still has time.
  const dueAfter = (await hasBegun(tx, runId)) ? now : null
  const asking = { after, dueAfter, limit: ENTRIES_AT_ONCE }
  const entries = await selectEntriesToPrepare(tx, runId, asking)
  const last = entries.at(-1)?.id
  return last === undefined
    ? null
    : { last, statements: await statementsOf(tx, world, { run, keys, entries }) }
}

type Preparing = {
  readonly run: RunRow
  readonly keys: DeskKeys
  readonly entries: readonly DueEntry[]
}

async function statementsOf(tx: Transaction, world: World, { run, keys, entries }: Preparing) {
  const { organisationId, legalEntityId, approvedBy, plannedBy } = run
  const gate = await openGate(tx, { organisationId, legalEntityId, now: world.clock() })
  if (!gate) return []
  const { isTest, context } = gate
  const actorId = approvedBy ?? plannedBy
  const desk = await openDesk(tx, { ...keys, organisationId, asOf: context.day, isTest, actorId })
  if (!desk) return []
  const customerIds = entries.map(({ customerId }) => customerId)
  const facts = await gatherFacts(tx, { ...gatheringOf(gate), customerIds })

  const byId = new Map(facts.map((customer) => [customer.id, customer]))
  const drafts = entries.flatMap((entry) => {
    const customer = byId.get(entry.customerId)
    const decision = customer && messageOf(entry, customer, gate)
    if (!decision) return []
    const senderId = senderOf(customer, decision) ?? actorId
    return [{ customerId: customer.id, decision, senderId }]
  })
  const written = await writeMessages(tx, desk, drafts)

  return written.flatMap((one) =>
    one.kind === 'written' && one.letter.hasStatement
      ? [statementOf(one.letter.snapshot, one.letter.language, keys.keys)]
      : [],
  )
}

/** What would go now; a record that breaks the rules is for the sending to report. */
function messageOf(
  entry: DueEntry,
  customer: CustomerFacts,
  { context }: Gate,
): MessageDecision | null {
  try {
    const verdict = verdictOf(entry, decide(customer, context), customer)
    if (verdict.kind !== 'go') return null
    return verdict.decision.kind === 'message' ? verdict.decision : null
  } catch {
    return null
  }
}
