import type * as z from 'zod'

import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { freshnessOf } from '../../ledger/index.ts'
import type { Keys, World } from '../../world.ts'
import { keyOf, pageFrom } from '../page.ts'
import { type Spoken, spokenIn } from '../playbooks/rules/spoken.ts'
import type * as contract from './contract.ts'
import type { Plan } from './rules/plan.ts'
import { countReady } from './store/approval.ts'
import * as store from './store/read.ts'

type RunAnswer = z.input<typeof contract.Run>
type Report = z.input<typeof contract.RunReport>
type EntryAnswer = z.input<typeof contract.RunEntry>
type Page<Row> = { rows: Row[]; next: string | null }
type RunsQuery = z.output<typeof contract.listRuns.schema.querystring>
type EntriesQuery = z.output<typeof contract.listEntries.schema.querystring>

export function listRuns(world: World, actor: Actor, query: RunsQuery): Promise<Page<RunAnswer>> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const key = keyOf(query.cursor, 2)
    const { legalEntityId = null, onDay = null, limit } = query
    const before = key ? ([key[0] ?? '', key[1] ?? ''] as const) : null
    const { organisationId } = actor
    const asked = { organisationId, legalEntityId, onDay, before, limit }
    const rows = await store.selectRuns(tx, asked)
    const page = pageFrom(rows, limit, ({ onDay: day, id }) => [day, id])
    return { next: page.next, rows: page.rows.map((run) => runFrom(run, world)) }
  })
}

export function readRun(world: World, actor: Actor, id: string): Promise<Report> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    const run = await store.selectRunView(tx, id)
    if (!run) throw new Refusal('not_found', 'no_such_run')
    const now = world.clock()
    const progress = await store.selectProgress(tx, id, now)
    const freshness = await freshnessOf(tx, actor.organisationId, now)
    const fresh = freshness.find(({ legalEntityId }) => legalEntityId === run.legalEntityId)
    return {
      ...runFrom(run, world),
      ledgerSyncedAt: fresh?.ledgerSyncedAt ?? null,
      paymentsConsideredUntil: fresh?.paymentsConsideredUntil ?? null,
      progress,
    }
  })
}

/** A run as operators see it, and how many of its messages would go if it were approved now. */
export function reportRun(world: World, organisationId: string, id: string) {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const run = await store.selectRunView(tx, id)
    if (!run) throw new Refusal('not_found', 'no_such_run')
    const progress = await store.selectProgress(tx, id, world.clock())
    return { ...runFrom(run, world), progress, readyMessages: await countReady(tx, id) }
  })
}

const EMPTY_PLAN: Plan = {
  counts: { message: 0, task: 0, held: 0, decisionNeeded: 0, needsApproval: 0, errors: 0 },
  totals: [],
  groups: [],
  usual: null,
  isUnusual: false,
  errors: [],
}

function runFrom({ summary, ...run }: store.RunView, world: World): RunAnswer {
  const plan = { ...EMPTY_PLAN, ...summary }
  const isOpen = run.state === 'sending' && run.undoUntil !== null && world.clock() < run.undoUntil
  return { ...run, undoUntil: isOpen ? run.undoUntil : null, plan: planFrom(plan) }
}

export function planFrom(plan: Plan): RunAnswer['plan'] {
  const { groups, totals, errors, ...rest } = plan
  return {
    ...rest,
    totals: [...totals],
    errors: [...errors],
    groups: groups.map((group) => ({ ...group, totals: [...group.totals] })),
  }
}

export async function listEntries(
  world: World,
  actor: Actor,
  runId: string,
  query: EntriesQuery,
): Promise<Page<EntryAnswer>> {
  const keys = await world.secrets.of(actor.organisationId)
  const spoken = spokenIn(actor.language)
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    if (!(await store.selectRunView(tx, runId))) throw new Refusal('not_found', 'no_such_run')
    const [after = null] = keyOf(query.cursor, 1) ?? []
    const { decision = null, reason = null, stepKey = null, state = null, limit } = query
    const needsApproval = query.needsApproval ?? null
    const filter = { runId, decision, reason, stepKey, state, needsApproval, after, limit }
    const rows = await store.selectEntries(tx, filter)
    const page = pageFrom(rows, limit, ({ id }) => [id])
    return { next: page.next, rows: page.rows.map((entry) => entryFrom(entry, keys, spoken)) }
  })
}

function entryFrom(entry: store.EntryView, keys: Keys, spoken: Spoken): EntryAnswer {
  const { contactName, itemCount, playbookVersion: _version, timeZone: _zone, ...rest } = entry
  return {
    ...rest,
    stepName: rest.stepName && spoken(rest.stepName),
    contactName: contactName === null ? null : keys.decrypt(contactName),
    items: itemCount,
    totals: [...entry.totals],
    reasons: entry.reasons.map(reasonFrom),
    outcome: entry.outcome.map(reasonFrom),
  }
}

function reasonFrom({ code, values, openItemIds }: store.EntryView['reasons'][number]) {
  return { code, values: { ...values }, openItemIds: [...openItemIds] }
}
