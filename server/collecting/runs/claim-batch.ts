import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate, type Gate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import type { MessageDecision } from '../gate/rules/decision.ts'
import type { CustomerFacts } from '../gate/rules/facts.ts'
import { reason } from '../gate/rules/reasons.ts'
import {
  claimMessages,
  openDesk,
  writeMessages,
  type Claimed,
  type DeskKeys,
} from '../messages/index.ts'
import { senderOf } from './rules/entry.ts'
import { leavingAt } from './rules/hours.ts'
import { withPlanned } from './rules/planned.ts'
import { verdictOf, type Verdict } from './rules/verdict.ts'
import type { RunRow } from './store/runs.ts'
import * as store from './store/sending.ts'
import { makeTasks, type ToDo } from './tasks.ts'

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

/** Outside the contact's working hours a message waits for them. */
type Late = { readonly entry: store.DueEntry; readonly at: Instant }

/** A batch on its way to being claimed. */
export type Claiming = {
  /** Once the gate has been asked about each. */
  readonly judged: Promise<Judgement>
  /** Once they are claimed: the messages to deliver. */
  readonly messages: Promise<Claimed[]>
}

type Judgement = {
  readonly taken: number
  /** Hashes of the addresses that will be written to. */
  readonly recipients: ReadonlySet<string>
}

/**
 * Takes the next entries of a run whose time has come, locks their customers, asks the gate again and
 * claims what may go. What may not is suppressed with the reason. Once it is judged, and has all its
 * locks, the next may begin: while one is written the other is looked at.
 */
export function startClaim(sending: Sending, limit: number, before: Claiming | null): Claiming {
  const { promise: judged, resolve: tell, reject } = Promise.withResolvers<Judgement>()
  const messages = claimBatch(sending, { limit, before, tell })
  messages.catch(reject)
  // Whoever waits for the messages hears of a failure; not everybody waits for the judgement.
  judged.catch(() => {})
  return { judged, messages }
}

type Batch = {
  readonly limit: number
  readonly before: Claiming | null
  readonly tell: (judgement: Judgement) => void
}

function claimBatch(sending: Sending, { limit, before, tell }: Batch): Promise<Claimed[]> {
  const { world, run } = sending
  return inOrganisation(world.db, run.organisationId, async (tx) => {
    const now = world.clock()
    const gate = await openGate(tx, { ...run, now })
    if (!gate) throw new Error(`no company ${run.legalEntityId}`)
    const taking = { now, isTest: gate.isTest, limit }
    const entries = await store.takeDueEntries(tx, run.id, taking)
    if (entries.length === 0) {
      tell({ taken: 0, recipients: new Set() })
      return []
    }
    const customerIds = entries.map(({ customerId }) => customerId)
    await store.lockCustomers(tx, run.legalEntityId, customerIds)
    const gathering = { ...gatheringOf(gate), customerIds }
    const facts = await factsAfter(before, () => gatherFacts(tx, gathering))

    const { judged, late, broken, recipients } = judge(entries, facts, { gate, now })

    tell({ taken: entries.length, recipients })
    const results = await act(tx, sending, gate, judged)
    const changes = [...late.map(waiting), ...broken, ...results.map(({ change }) => change)]
    await store.updateEntries(tx, changes)
    return results.flatMap(({ message }) => message ?? [])
  })
}

/**
 * What is known of a batch while the one before it is being written. Where a person is written to in
 * both, the first has to be over: its messages count.
 */
async function factsAfter(
  before: Claiming | null,
  gather: () => Promise<CustomerFacts[]>,
): Promise<CustomerFacts[]> {
  const facts = await gather()
  if (!before) return facts
  const { recipients } = await before.judged
  const isShared = facts.some(({ contacts }) =>
    contacts.some(({ emailHash }) => emailHash !== null && recipients.has(emailHash)),
  )
  if (!isShared) return facts
  await before.messages.catch(() => [])
  return gather()
}

type Moment = { readonly gate: Gate; readonly now: Instant }

/** Asks the gate about each; one broken record is put aside with its cause and the others go on. */
function judge(
  entries: readonly store.DueEntry[],
  facts: readonly CustomerFacts[],
  moment: Moment,
): { judged: Judged[]; late: Late[]; broken: store.EntryChange[]; recipients: Set<string> } {
  const byId = new Map(facts.map((customer) => [customer.id, customer]))
  const planned = new Map<string, number>()
  const judged: Judged[] = []
  const late: Late[] = []
  const broken: store.EntryChange[] = []
  for (const entry of entries) {
    try {
      const customer = byId.get(entry.customerId)
      if (!customer) throw new Error('there is no such customer any more')
      const known = withPlanned(customer, planned)
      const decision = decide(known, moment.gate.context)
      const verdict = verdictOf(entry, decision, known)
      const at = leavingOf(verdict, moment)
      if (at !== null && at > moment.now) {
        late.push({ entry, at })
        continue
      }
      const hash = decision.kind === 'message' ? decision.recipient.emailHash : null
      if (verdict.kind === 'go' && hash) planned.set(hash, (planned.get(hash) ?? 0) + 1)
      judged.push({ entry, facts: known, verdict })
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      const outcome = [reason('record_broken', { cause })]
      broken.push({ id: entry.id, state: 'failed', outcome, sendAt: null })
    }
  }
  return { judged, late, broken, recipients: new Set(planned.keys()) }
}

/** When a message may leave; null for what disturbs nobody, as in test mode. */
function leavingOf(verdict: Verdict, { gate, now }: Moment): Instant | null {
  if (gate.isTest || verdict.kind !== 'go' || verdict.decision.kind !== 'message') return null
  const { recipient, chosen } = verdict.decision
  const { sendAt } = chosen.playbook.content
  return leavingAt(recipient.timeZone, now, gate.policy.contactHours, sendAt)
}

function waiting({ entry, at }: Late): store.EntryChange {
  return { id: entry.id, state: 'approved', outcome: [], sendAt: at }
}

type Result = { readonly change: store.EntryChange; readonly message: Claimed | null }

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
    senderId: senderOf(facts, decision) ?? approvedBy,
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
  const claimed = await claimMessages(
    tx,
    { ...claimant, processId, domain: desk.domain, keys: keys.keys },
    ready,
  )
  const claimedOf = new Map(claimed.map((one) => [one?.runEntryId, one]))

  return messages.map(({ entry }, index) => {
    const answer = written[index]
    if (answer?.kind === 'faulty') {
      const codes = answer.findings.map(({ code, value }) => `${code} ${value}`.trim()).join(', ')
      return resultOf(entry.id, 'failed', [reason('template_broken', { findings: codes })])
    }
    const message = claimedOf.get(entry.id) ?? null
    if (message === null) return resultOf(entry.id, 'suppressed', [reason('already_sent')])
    return { ...resultOf(entry.id, 'sent', []), message }
  })
}

function resultOf(
  id: string,
  state: store.EntryChange['state'],
  outcome: store.EntryChange['outcome'],
): Result {
  return { change: { id, state, outcome, sendAt: null }, message: null }
}
