import type { Money } from '../../../kernel/money.ts'
import type { Entry } from './entry.ts'

export type PlanError = {
  readonly customerId: string
  readonly customerName: string
  readonly cause: string
}

export type Group = {
  readonly decision: Entry['decision']
  /** For what goes: the step; for what is held: the first reason. */
  readonly key: string
  readonly customers: number
  readonly totals: readonly Money[]
}

/** The figures of a plan. */
export type Plan = {
  readonly counts: {
    readonly message: number
    readonly task: number
    readonly held: number
    readonly decisionNeeded: number
    readonly needsApproval: number
    readonly errors: number
  }
  readonly totals: readonly Money[]
  readonly groups: readonly Group[]
  readonly usual: number | null
  readonly isUnusual: boolean
  readonly errors: readonly PlanError[]
}

type Tally = {
  readonly decision: Entry['decision']
  readonly key: string
  customers: number
  readonly totals: Map<string, number>
}

/** Counts entries as they come, so that a plan of any size is told in figures of one size. */
export function planTally() {
  const groups = new Map<string, Tally>()
  const asked = new Map<string, number>()
  const counts = { message: 0, task: 0, held: 0, decision_needed: 0 }
  let needsApproval = 0

  return {
    add(entry: Entry): void {
      counts[entry.decision] += 1
      if (entry.needsApproval) needsApproval += 1
      const { decision, totals } = entry
      const key = groupKeyOf(entry)
      const name = `${decision} ${key}`
      const group = groups.get(name) ?? { decision, key, customers: 0, totals: new Map() }
      group.customers += 1
      addTotals(group.totals, totals)
      groups.set(name, group)
      if (decision === 'message' && entry.asksForMoney) addTotals(asked, totals)
    },
    plan(usual: number | null, factor: number, errors: readonly PlanError[]): Plan {
      return {
        counts: {
          message: counts.message,
          task: counts.task,
          held: counts.held,
          decisionNeeded: counts.decision_needed,
          needsApproval,
          errors: errors.length,
        },
        totals: totalsFrom(asked),
        groups: [...groups.values()]
          .map((group) => ({ ...group, totals: totalsFrom(group.totals) }))
          .toSorted(byDecision),
        usual,
        isUnusual: isUnusual(counts.message, usual, factor),
        errors: errors.slice(0, MOST_ERRORS),
      }
    },
  }
}

const MOST_ERRORS = 1000

export function groupKeyOf({ decision, stepKey, reasons }: Entry): string {
  if (decision === 'held') return reasons[0]?.code ?? ''
  return stepKey ?? ''
}

function addTotals(into: Map<string, number>, totals: readonly Money[]): void {
  for (const { currency, minor } of totals) into.set(currency, (into.get(currency) ?? 0) + minor)
}

function totalsFrom(totals: ReadonlyMap<string, number>): Money[] {
  return [...totals]
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

const ORDER = ['message', 'task', 'decision_needed', 'held']

function byDecision(a: Group, b: Group): number {
  return (
    ORDER.indexOf(a.decision) - ORDER.indexOf(b.decision) ||
    b.customers - a.customers ||
    (a.key < b.key ? -1 : 1)
  )
}

/** So many runs make a habit. */
const FEWEST_RUNS = 3

/** Fewer messages more than usual are no reason for alarm, however small the usual. */
const UNREMARKABLE = 10

/** The usual number of messages: the middle one of earlier runs, or null while there are too few. */
export function usualOf(earlier: readonly number[]): number | null {
  if (earlier.length < FEWEST_RUNS) return null
  return earlier.toSorted((a, b) => a - b)[Math.floor(earlier.length / 2)] ?? null
}

export function isUnusual(messages: number, usual: number | null, factor: number): boolean {
  return usual !== null && messages > usual * factor && messages - usual > UNREMARKABLE
}
