import type { Transaction } from '../../database/database.ts'
import { addSeconds, type Day, instantAt } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { ENTITIES, type EntityKey } from '../company.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { Held, Past, Taken } from '../story/reminders.ts'
import type { Cast } from './cast.ts'
import { cycleOf, sentAt } from './messages.ts'

type Entry = {
  readonly step: Taken | null
  readonly held: Held | null
  readonly on: Day
  readonly entity: EntityKey
}

/** The days' runs of the past, and which entry each step came from. */
export type PastRuns = {
  readonly runs: readonly Row<'runs'>[]
  readonly entries: readonly Row<'runEntries'>[]
  readonly entryOf: (step: Taken) => string
}

export function pastRuns(cast: Cast, { taken, held }: Past): PastRuns {
  const all: Entry[] = [
    ...taken.map((step) => ({
      step,
      held: null,
      on: step.on,
      entity: step.account.customer.entity,
    })),
    ...held.map((one) => ({
      step: null,
      held: one,
      on: one.on,
      entity: one.account.customer.entity,
    })),
  ]
  const ids = new Map<Taken, string>(taken.map((step) => [step, newId()]))
  const entryOf = (step: Taken) => ids.get(step) ?? newId()
  const days = [...Map.groupBy(all, ({ on, entity }) => `${on} ${entity}`).values()]
  const made = days.map((entries) => runOf(cast, entries, entryOf))
  return {
    runs: made.map(({ run }) => run),
    entries: made.flatMap(({ entries }) => entries),
    entryOf,
  }
}

export async function writeRuns(tx: Transaction, { runs, entries }: PastRuns): Promise<void> {
  await insertAll(tx, 'runs', runs)
  await insertAll(tx, 'runEntries', entries)
}

function runOf(cast: Cast, entries: readonly Entry[], entryOf: (step: Taken) => string) {
  const [first] = entries
  if (!first) throw new Error('a run without entries')
  const { on, entity } = first
  const { timeZone } = ENTITIES[entity]
  const collector = cast.people[({ DE: 'jonas', FR: 'claire', GB: 'emily' } as const)[entity]]
  const plannedAt = instantAt(timeZone, on, '07:00')
  const id = newId()
  const run: Row<'runs'> = {
    id,
    organisationId: cast.organisationId,
    legalEntityId: cast.entities[entity],
    onDay: on,
    state: 'sent',
    summary: JSON.stringify(summaryOf(entries)),
    plannedAt,
    plannedBy: null,
    approvedAt: instantAt(timeZone, on, '08:12'),
    approvedBy: collector,
    finishedAt: instantAt(timeZone, on, '08:34'),
    createdAt: plannedAt,
  }
  return { run, entries: entries.map((entry) => entryRow(cast, id, { entry, entryOf })) }
}

type Asked = { readonly entry: Entry; readonly entryOf: (step: Taken) => string }

function entryRow(cast: Cast, runId: string, { entry, entryOf }: Asked): Row<'runEntries'> {
  const { step, held, on } = entry
  if (step) return { ...stepEntry(cast, runId, step), id: entryOf(step) }
  if (!held) throw new Error('an entry of nothing')
  const reason = { code: held.code, values: {}, openItemIds: held.items.map(({ id }) => id) }
  return {
    id: newId(),
    organisationId: cast.organisationId,
    runId,
    customerId: held.account.customer.id,
    decision: 'held',
    playbookId: held.ladder.playbookId,
    playbookVersion: held.ladder.version,
    language: held.account.customer.language,
    reasons: JSON.stringify([reason]),
    reasonCodes: [held.code],
    itemCount: held.items.length,
    oldestDueOn: oldestOf(held.items),
    totals: JSON.stringify(totalsOf(held.items, on)),
  }
}

function stepEntry(cast: Cast, runId: string, step: Taken): Omit<Row<'runEntries'>, 'id'> {
  const { rung, account, ladder, concerned: items, on } = step
  const isMessage = rung.channel === 'email'
  return {
    organisationId: cast.organisationId,
    runId,
    customerId: account.customer.id,
    decision: isMessage ? 'message' : 'task',
    playbookId: ladder.playbookId,
    playbookVersion: ladder.version,
    stepKey: rung.key,
    stepName: rung.name,
    level: rung.level,
    lane: rung.lane,
    channel: isMessage ? 'email' : 'call',
    taskKind: isMessage ? null : 'call',
    templateKey: rung.templateKey,
    language: account.customer.language,
    cycle: cycleOf(step),
    sendAt: isMessage ? addSeconds(sentAt(step), 0) : null,
    itemCount: items.length,
    oldestDueOn: oldestOf(items),
    totals: JSON.stringify(totalsOf(items, on)),
    state: isMessage ? 'sent' : 'task_made',
  }
}

type Open = {
  readonly document: { readonly currency: string }
  readonly openOn: (on: Day) => number
}

function totalsOf(items: readonly Open[], on: Day) {
  return [...Map.groupBy(items, ({ document }) => document.currency)].map(([currency, same]) => ({
    currency,
    minor: same.reduce((sum, item) => sum + item.openOn(on), 0),
  }))
}

/** The figures of the plan, in the shape of server/collecting/runs. */
function summaryOf(entries: readonly Entry[]) {
  const keyed = entries.map((entry) => ({ entry, ...groupOf(entry) }))
  const groups = [...Map.groupBy(keyed, ({ decision, key }) => `${decision} ${key}`).values()]
  const count = (decision: string) => keyed.filter((each) => each.decision === decision).length
  return {
    counts: {
      message: count('message'),
      task: count('task'),
      held: count('held'),
      decisionNeeded: 0,
      needsApproval: 0,
      errors: 0,
    },
    totals: sumOf(keyed.filter(({ decision }) => decision === 'message').map(({ entry }) => entry)),
    groups: groups.flatMap((group) => {
      const [first] = group
      if (!first) return []
      const { decision, key } = first
      return [
        { decision, key, customers: group.length, totals: sumOf(group.map(({ entry }) => entry)) },
      ]
    }),
    usual: null,
    isUnusual: false,
    errors: [],
  }
}

function groupOf({ step, held }: Entry): { decision: string; key: string } {
  if (step)
    return { decision: step.rung.channel === 'email' ? 'message' : 'task', key: step.rung.key }
  return { decision: 'held', key: held?.code ?? '' }
}

function sumOf(entries: readonly Entry[]) {
  const amounts = entries.flatMap(({ step, held, on }) =>
    totalsOf(step ? step.concerned : (held?.items ?? []), on),
  )
  return [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, same]) => ({
    currency,
    minor: same.reduce((sum, { minor }) => sum + minor, 0),
  }))
}

function oldestOf(items: readonly { readonly dueOn: Day }[]): Day | null {
  return items.map(({ dueOn }) => dueOn).toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null
}
