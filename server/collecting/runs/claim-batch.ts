import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate, type Gate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { MessageDecision } from '../gate/rules/decision.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import { reason } from '../gate/rules/reasons.ts'
import { claimMessages, openDesk, writeMessages, type DeskKeys } from '../messages/index.ts'
import { senderOf } from './rules/entry.ts'
import { leavingAt } from './rules/hours.ts'
import { withPlanned } from './rules/planned.ts'
import { verdictOf, type Verdict } from './rules/verdict.ts'
import type { RunRow } from './store/runs.ts'
import * as store from './store/sending.ts'
import { makeTasks, type ToDo } from './tasks.ts'

/** So many customers are locked at once, for a fraction of a second. */
const ENTRIES_A_BATCH = 20

export type Sending = {
  readonly world: World
  readonly run: RunRow
  readonly keys: DeskKeys
}

type Judged = {
  readonly entry: store.DueEntry
  readonly facts: CustomerFacts
  readonly verdict: Verdict
}

/**
 * Takes the next entries of a run whose time has come, locks their customers, asks the gate again and
 * claims what may go. What may not is suppressed with the reason. Answers the messages to deliver.
 */
export function claimBatch(sending: Sending): Promise<{ taken: number; messageIds: string[] }> {
  const { world, run } = sending
  return inOrganisation(world.db, run.organisationId, async (tx) => {
    const now = world.clock()
    const gate = await openGate(tx, { ...run, now })
    if (!gate) throw new Error(`no company ${run.legalEntityId}`)
    const taking = { now, isTest: gate.isTest, limit: ENTRIES_A_BATCH }
    const entries = await store.takeDueEntries(tx, run.id, taking)
    if (entries.length === 0) return { taken: 0, messageIds: [] }
    const customerIds = entries.map(({ customerId }) => customerId)
    await store.lockCustomers(tx, run.legalEntityId, customerIds)
    const facts = await gatherFacts(tx, { ...gatheringOf(gate), customerIds })

    const judged = judge(entries, facts, gate)
    const [late, timely] = apart(judged, gate, now)

    const results = await act(tx, sending, gate, timely)
    await store.updateEntries(tx, [...late, ...results.map(({ change }) => change)])
    const messageIds = results.flatMap(({ messageId }) => messageId ?? [])
    return { taken: entries.length, messageIds }
  })
}

function judge(
  entries: readonly store.DueEntry[],
  facts: readonly CustomerFacts[],
  { context }: Gate,
): Judged[] {
  const byId = new Map(facts.map((customer) => [customer.id, customer]))
  const planned = new Map<string, number>()
  return entries.flatMap((entry) => {
    const customer = byId.get(entry.customerId)
    if (!customer) return []
    const known = withPlanned(customer, planned)
    const decision = decide(known, context)
    const verdict = verdictOf(entry, decision, known)
    const hash = decision.kind === 'message' ? decision.recipient.emailHash : null
    if (verdict.kind === 'go' && hash) planned.set(hash, (planned.get(hash) ?? 0) + 1)
    return [{ entry, facts: known, verdict }]
  })
}

/** Outside the contact's working hours a message waits for them; in test mode nobody is disturbed. */
function apart(
  judged: readonly Judged[],
  gate: Gate,
  now: Instant,
): [store.EntryChange[], Judged[]] {
  const late: store.EntryChange[] = []
  const timely = judged.filter(({ entry, verdict }) => {
    if (gate.isTest || verdict.kind !== 'go' || verdict.decision.kind !== 'message') return true
    const { recipient, chosen } = verdict.decision
    const { sendAt } = chosen.playbook.content
    const at = leavingAt(recipient.timeZone, now, gate.policy.contactHours, sendAt)
    if (at <= now) return true
    late.push({ id: entry.id, state: 'approved', outcome: [], sendAt: at })
    return false
  })
  return [late, timely]
}

type Result = { readonly change: store.EntryChange; readonly messageId: string | null }

async function act(
  tx: Transaction,
  sending: Sending,
  gate: Gate,
  judged: readonly Judged[],
): Promise<Result[]> {
  const messages: (Judged & { decision: MessageDecision })[] = []
  const todos: (ToDo & { entryId: string })[] = []
  const results: Result[] = []
  for (const one of judged) {
    const { verdict, entry, facts } = one
    if (verdict.kind === 'suppressed') {
      results.push(resultOf(entry.id, 'suppressed', verdict.reasons))
    } else if (verdict.decision.kind === 'message') {
      messages.push({ ...one, decision: verdict.decision })
    } else {
      todos.push({ decision: verdict.decision, facts, entryId: entry.id })
    }
  }
  const { world, run } = sending
  const at = world.clock()
  const where = { organisationId: run.organisationId, at, onDay: gate.context.day }
  await makeTasks(tx, { ...where, isTest: gate.isTest }, todos)
  results.push(...todos.map(({ entryId }) => resultOf(entryId, 'task_made', [])))
  results.push(...(await claim(tx, sending, gate, messages)))
  return results
}

async function claim(
  tx: Transaction,
  { world, run, keys }: Sending,
  gate: Gate,
  messages: readonly (Judged & { decision: MessageDecision })[],
): Promise<Result[]> {
  if (messages.length === 0) return []
  const { organisationId, legalEntityId, approvedBy } = run
  const { isTest, context } = gate
  const opening = { ...keys, organisationId, asOf: context.day, isTest, actorId: approvedBy }
  const desk = await openDesk(tx, opening)
  if (!desk) {
    return messages.map(({ entry }) => resultOf(entry.id, 'failed', [reason('mail_not_ready')]))
  }
  const drafts = messages.map(({ facts, decision }) => ({
    customerId: facts.id,
    decision,
    senderId: senderOf(facts, decision.lane) ?? approvedBy,
  }))
  const written = await writeMessages(tx, desk, drafts)

  const ready = messages.flatMap(({ entry, decision }, index) => {
    const answer = written[index]
    return answer?.kind === 'written'
      ? [{ letter: answer.letter, decision, runEntryId: entry.id }]
      : []
  })
  const at = world.clock()
  const claimant = { organisationId, legalEntityId, onDay: context.day, at, isTest }
  const { processId } = world
  const ids = await claimMessages(
    tx,
    { ...claimant, processId, domain: desk.domain, keys: keys.keys },
    ready,
  )
  const idOf = new Map(ready.map(({ runEntryId }, index) => [runEntryId, ids[index] ?? null]))

  return messages.map(({ entry }, index) => {
    const answer = written[index]
    if (answer?.kind === 'faulty') {
      const codes = answer.findings.map(({ code, value }) => `${code} ${value}`.trim()).join(', ')
      return resultOf(entry.id, 'failed', [reason('template_broken', { findings: codes })])
    }
    const messageId = idOf.get(entry.id) ?? null
    if (messageId === null) return resultOf(entry.id, 'suppressed', [reason('already_sent')])
    return { ...resultOf(entry.id, 'sent', []), messageId }
  })
}

function resultOf(
  id: string,
  state: store.EntryChange['state'],
  outcome: store.EntryChange['outcome'],
): Result {
  return { change: { id, state, outcome, sendAt: null }, messageId: null }
}
