import type * as z from 'zod'

import { addDays, type Day } from '../kernel/day.ts'
import type { FIGURE_NAMES, readFigures } from './contract.ts'
import * as rules from './rules.ts'

type FigureName = (typeof FIGURE_NAMES)[number]
type Query = z.output<typeof readFigures.schema.querystring>
type Answer = z.input<(typeof readFigures.schema.response)[200]>
export type Figure = Answer['currencies'][number]['figures'][number]
type Input = Figure['inputs'][number]

/** What the figures of one currency are worked out from. */
export type Facts = {
  readonly balanceMinor: number
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly notDueMinor: number
  readonly creditMinor: number
  readonly onAccountMinor: number
  readonly openingMinor: number
  readonly salesMinor: number
  readonly collectedMinor: number
  readonly collectedTimesDays: number
  readonly days: number
  readonly months: readonly rules.MonthOfSales[]
}

/** The addresses of the rows behind figures, in the scope that was asked about. */
export type Addresses = {
  readonly items: (bucket?: 'not_due' | 'overdue' | 'credit') => string
  /** What was open the day before the period. */
  readonly opening: string
  readonly sales: string
  readonly collected: string
}

export function rowsBehind(
  {
    entity,
    owner,
    collector,
    segment,
    seller,
  }: Omit<Query, 'asOf' | 'days'> & { readonly seller?: string },
  { asOf, on, from }: { asOf: Day | undefined; on: Day; from: Day },
): (currency: string) => Addresses {
  const address = (path: string, query: Readonly<Record<string, string | undefined>>) => {
    const scope = { entity, owner, collector, segment, seller, ...query }
    const given = Object.entries(scope).flatMap(([name, value]) => (value ? [[name, value]] : []))
    return `${path}?${new URLSearchParams(given).toString()}`
  }
  return (currency) => ({
    items: (bucket) => address('/open-items', { currency, asOf, bucket }),
    opening: address('/open-items', { currency, asOf: addDays(from, -1) }),
    sales: address('/receivables', { currency, issuedFrom: from, issuedTo: on }),
    collected: address('/allocations', { currency, kind: 'payment', from, to: on }),
  })
}

type Made = { unit: Figure['unit']; value: number | null; inputs: Input[] }

/** One figure: its value, the terms it is made of, and where each term's rows are. */
export function figureOf(name: FigureName, facts: Facts, rows: Addresses): Figure {
  const counted = rules.countBack(facts.balanceMinor, facts.months)
  const made: Record<FigureName, Made> = {
    ...amounts(facts, termsOf(facts, rows)),
    ...ratios(facts, termsOf(facts, rows)),
    dso_count_back: {
      unit: 'days',
      value: counted.value,
      inputs: [termsOf(facts, rows).receivables],
    },
  }
  return { name, ...made[name], steps: name === 'dso_count_back' ? counted.steps : [] }
}

/** What a part of the whole owes and bought: one seller's, or all of them. */
export type Share = Pick<
  Facts,
  'balanceMinor' | 'owedMinor' | 'overdueMinor' | 'notDueMinor' | 'salesMinor' | 'days'
>

/** Days of sales of a part, as they are and as they could best be, with their arithmetic. */
export function daysFiguresOf(share: Share, rows: Addresses): Figure[] {
  const facts: Facts = { ...NOTHING_ELSE, ...share }
  return [figureOf('dso', facts, rows), figureOf('bpdso', facts, rows)]
}

const NOTHING_ELSE = {
  creditMinor: 0,
  onAccountMinor: 0,
  openingMinor: 0,
  collectedMinor: 0,
  collectedTimesDays: 0,
  months: [],
} as const

type Terms = ReturnType<typeof termsOf>

function amounts(facts: Facts, term: Terms): Record<'owed' | 'overdue', Made> {
  return {
    owed: { unit: 'money', value: facts.owedMinor, inputs: [term.not_due, term.overdue] },
    overdue: { unit: 'money', value: facts.overdueMinor, inputs: [term.overdue] },
  }
}

function ratios(
  facts: Facts,
  term: Terms,
): Record<'dso' | 'bpdso' | 'add' | 'cei' | 'weighted_delay', Made> {
  const sold = [term.sales, term.days]
  const dso = rules.daysOfSales(facts.balanceMinor, facts.salesMinor, facts.days)
  const bpdso = rules.daysOfSales(facts.notDueMinor, facts.salesMinor, facts.days)
  const cei = rules.collectionEffectiveness({ ...facts, closingMinor: facts.balanceMinor })
  const delay = rules.weightedDelay(facts.collectedTimesDays, facts.collectedMinor)
  return {
    dso: { unit: 'days', value: dso, inputs: [term.receivables, ...sold] },
    bpdso: { unit: 'days', value: bpdso, inputs: [term.not_due, ...sold] },
    add: {
      unit: 'days',
      value: rules.averageDaysDelinquent(dso, bpdso),
      inputs: [
        { name: 'dso', unit: 'days', value: dso ?? 0, rows: null },
        { name: 'bpdso', unit: 'days', value: bpdso ?? 0, rows: null },
      ],
    },
    cei: {
      unit: 'percent',
      value: cei,
      inputs: [term.opening, term.sales, term.receivables, term.not_due],
    },
    weighted_delay: {
      unit: 'days',
      value: delay,
      inputs: [term.collected_times_delay, term.collected],
    },
  }
}

function termsOf(facts: Facts, rows: Addresses) {
  const money = (name: Input['name'], value: number, address: string | null): Input => ({
    name,
    unit: 'money',
    value,
    rows: address,
  })
  return {
    receivables: money('receivables', facts.balanceMinor, rows.items()),
    not_due: money('not_due', facts.notDueMinor, rows.items('not_due')),
    overdue: money('overdue', facts.overdueMinor, rows.items('overdue')),
    opening: money('opening_receivables', facts.openingMinor, rows.opening),
    sales: money('sales', facts.salesMinor, rows.sales),
    days: { name: 'days', unit: 'days', value: facts.days, rows: null } satisfies Input,
    collected: money('collected', facts.collectedMinor, rows.collected),
    collected_times_delay: {
      name: 'collected_times_delay',
      unit: 'money_days',
      value: facts.collectedTimesDays,
      rows: rows.collected,
    } satisfies Input,
  }
}
