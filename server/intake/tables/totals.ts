import { exponentOf } from '../../kernel/money.ts'
import type { Reading } from './reading.ts'
import type { TableRecord } from './records.ts'
import type { Field } from './rules/fields.ts'
import { finding, type Finding } from './rules/findings.ts'
import { add, decimalOfScaled, newSum, roundedTo, valueOf, type Sum } from './rules/sums.ts'

export type FileTotal = {
  readonly column: string
  readonly field: Field
  readonly currency: string | null
  readonly count: number
  /** As the file has it, never rounded. */
  readonly sum: string
}

const SUMMED = new Set<Field>([
  'total',
  'open_amount',
  'debit',
  'credit',
  'paid_amount',
  'payment_amount',
])

type Bucket = {
  readonly places: number
  readonly exact: Sum
  readonly rounded: Sum
  roundings: number
}

/** Control totals: count and sum of each amount column per currency. */
export type Totals = {
  readonly add: (record: TableRecord) => void
  readonly totals: () => FileTotal[]
  readonly findings: () => Finding[]
  /** By how much rounding each amount to its currency's places changes the sum. */
  readonly roundings: () => {
    field: Field
    currency: string | null
    difference: string
    count: number
  }[]
}

export function newTotals(reading: Reading): Totals {
  const columns = reading.columns.flatMap(({ field, heading }) => {
    if (field === null || !SUMMED.has(field)) return []
    return { field, heading, buckets: new Map<string | null, Bucket>() }
  })
  const entries = () =>
    columns.flatMap(({ field, heading, buckets }) =>
      [...buckets].map(([currency, bucket]) => ({ field, heading, currency, bucket })),
    )
  const roundings = () =>
    entries().flatMap(({ field, currency, bucket: { exact, rounded, roundings: count } }) => {
      if (count === 0) return []
      const difference = decimalOfScaled(valueOf(rounded) - valueOf(exact))
      return { field, currency, difference, count }
    })
  return {
    add: (record) => {
      for (const { field, buckets } of columns) {
        const decimal = record.values[field]
        if (decimal !== undefined) addTo(buckets, record.currency, decimal)
      }
    },
    totals: () =>
      entries().map(({ field, heading, currency, bucket: { exact } }) => ({
        column: heading,
        field,
        currency,
        count: exact.count,
        sum: decimalOfScaled(valueOf(exact), placesOf(currency)),
      })),
    roundings,
    findings: () =>
      roundings().map(({ field, currency, difference, count }) => {
        const column = columns.find((one) => one.field === field)?.heading ?? null
        return finding(
          'amount_rounded',
          { column },
          { count, difference, currency: currency ?? '' },
        )
      }),
  }
}

function placesOf(currency: string | null): number {
  return currency === null ? 2 : exponentOf(currency)
}

function addTo(
  buckets: Map<string | null, Bucket>,
  currency: string | null,
  decimal: string,
): void {
  let bucket = buckets.get(currency)
  if (!bucket) {
    bucket = { places: placesOf(currency), exact: newSum(), rounded: newSum(), roundings: 0 }
    buckets.set(currency, bucket)
  }
  add(bucket.exact, decimal)
  const rounded = roundedTo(decimal, bucket.places)
  add(bucket.rounded, rounded)
  if (rounded !== decimal && Number(rounded) !== Number(decimal)) bucket.roundings += 1
}
