import * as z from 'zod'

import { Currency, Day, Id, refusals } from '../http/contract.ts'
import { Freshness, Person, Scope } from '../ledger/contract.ts'

export const FIGURE_NAMES = [
  'owed',
  'overdue',
  'dso',
  'dso_count_back',
  'bpdso',
  'add',
  'cei',
  'weighted_delay',
] as const

export const FIGURE_INPUTS = [
  'receivables',
  'not_due',
  'overdue',
  'invoices_open',
  'credits',
  'on_account',
  'opening_receivables',
  'sales',
  'days',
  'dso',
  'bpdso',
  'collected',
  'collected_times_delay',
] as const

export const REFUSAL_CODES = ['as_of_in_future', 'no_such_entity', 'days_out_of_order'] as const

const Unit = z.enum(['money', 'days', 'percent', 'money_days'])

/** A term of the arithmetic, and the address of the rows that it sums. */
const Input = z.object({
  name: z.enum(FIGURE_INPUTS),
  unit: Unit,
  /** Money in minor units. */
  value: z.number(),
  /** An address of this API without /api; null when it is itself worked out. */
  rows: z.string().nullable(),
})

/** A month that count-back went through: all of it, or the share that was left. */
const CountBackStep = z.object({
  from: Day,
  to: Day,
  days: z.int(),
  salesMinor: z.int(),
  takenMinor: z.int(),
  countedDays: z.number(),
})

/** The language files have the formula of each name in words. */
const Figure = z.object({
  name: z.enum(FIGURE_NAMES),
  unit: Unit,
  /** Null when it cannot be said, such as days of sales without sales. */
  value: z.number().nullable(),
  inputs: z.array(Input),
  steps: z.array(CountBackStep),
})

const Period = z.object({
  /** Left out: today, in each entity's own time zone. */
  asOf: Day.optional(),
  /** How many days of sales the ratios look at. */
  days: z.coerce.number().int().min(1).max(366).default(90),
})

export const readFigures = {
  method: 'GET',
  url: '/figures',
  permission: 'figures.read',
  summary: 'Owed, overdue, DSO, best possible DSO, delay and CEI per currency, with arithmetic.',
  schema: {
    querystring: Scope.extend(Period.shape),
    response: {
      200: z.object({
        asOf: Day,
        from: Day,
        days: z.int(),
        currencies: z.array(z.object({ currency: Currency, figures: z.array(Figure) })),
        freshness: z.array(Freshness),
      }),
      ...refusals,
    },
  },
} as const

export const readTrend = {
  method: 'GET',
  url: '/figures/trend',
  permission: 'figures.read',
  summary: 'Owed, overdue, DSO and best possible DSO at the end of each month or week.',
  schema: {
    querystring: Scope.extend({
      asOf: Day.optional(),
      every: z.enum(['month', 'week']).default('month'),
      points: z.coerce.number().int().min(2).max(60).default(13),
      /** Days of sales behind each DSO. */
      days: z.coerce.number().int().min(1).max(366).default(90),
    }),
    response: {
      200: z.object({
        currencies: z.array(
          z.object({
            currency: Currency,
            points: z.array(
              z.object({
                on: Day,
                owedMinor: z.int(),
                overdueMinor: z.int(),
                dso: z.number().nullable(),
                bpdso: z.number().nullable(),
              }),
            ),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const readTopDebtors = {
  method: 'GET',
  url: '/figures/top-debtors',
  permission: 'figures.read',
  summary: 'The customers with most overdue, per currency, with their share of the whole.',
  schema: {
    querystring: Scope.extend({ limit: z.coerce.number().int().min(1).max(100).default(10) }),
    response: {
      200: z.object({
        currencies: z.array(
          z.object({
            currency: Currency,
            overdueMinor: z.int(),
            rows: z.array(
              z.object({
                customer: z.object({ id: Id, number: z.string(), name: z.string() }),
                owner: Person.nullable(),
                owedMinor: z.int(),
                overdueMinor: z.int(),
                daysLate: z.int(),
                /** Of all that is overdue, in percent. */
                share: z.number(),
              }),
            ),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

/** promise: somebody said so; habit: due day and the customer's usual delay; due_day: no habit yet. */
export const EXPECTED_BASES = ['promise', 'habit', 'due_day'] as const

export const readExpected = {
  method: 'GET',
  url: '/figures/expected',
  permission: 'figures.read',
  summary: 'Cash to expect by week, from promises, due days and how late each customer usually is.',
  schema: {
    querystring: Scope.extend({ weeks: z.coerce.number().int().min(1).max(13).default(5) }),
    response: {
      200: z.object({
        currencies: z.array(
          z.object({
            currency: Currency,
            weeks: z.array(
              z.object({
                from: Day,
                to: Day,
                minor: z.int(),
                /** The same amount by what it rests on. */
                bases: z.array(z.object({ basis: z.enum(EXPECTED_BASES), minor: z.int() })),
              }),
            ),
            /** Expected by now and not here: no week is promised for it. */
            overdueByHabitMinor: z.int(),
            thisWeek: z.array(
              z.object({
                customer: z.object({ id: Id, number: z.string(), name: z.string() }),
                on: Day,
                minor: z.int(),
                basis: z.enum(EXPECTED_BASES),
              }),
            ),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const readSellers = {
  method: 'GET',
  url: '/figures/sellers',
  permission: 'figures.read',
  summary: 'Figures by who owned the customer on the invoice day; they sum to the whole.',
  schema: {
    querystring: Scope.extend(Period.shape),
    response: {
      200: z.object({
        days: z.int(),
        currencies: z.array(
          z.object({
            currency: Currency,
            rows: z.array(
              z.object({
                /** Null is what nobody owned. */
                seller: Person.nullable(),
                owedMinor: z.int(),
                overdueMinor: z.int(),
                salesMinor: z.int(),
                dso: z.number().nullable(),
                /** DSO if all that is due had been paid on its day. */
                bpdso: z.number().nullable(),
                weightedDelay: z.number().nullable(),
                /** DSO and best possible DSO with their arithmetic. */
                figures: z.array(Figure),
              }),
            ),
            total: z.object({
              owedMinor: z.int(),
              overdueMinor: z.int(),
              salesMinor: z.int(),
              figures: z.array(Figure),
            }),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const
