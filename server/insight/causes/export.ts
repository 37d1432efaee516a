import type * as z from 'zod'

import type { Day } from '../../kernel/day.ts'
import { fileOf, type Cell } from '../../ledger/index.ts'
import type * as contract from './contract.ts'
import { ENDS, type Sum } from './rules.ts'
import { causeWords } from './words.ts'

type Report = z.input<(typeof contract.readCauses.schema.response)[200]>
type Wanted = { readonly language: string; readonly format: 'csv' | 'xlsx'; readonly on: Day }

const HEADS = ['by', 'name', 'currency', 'count', 'amount', 'days', ...ENDS] as const

/** The report as a file: a row a reason, department, seller and month, per currency. */
export function causesFile(report: Report, { language, format, on }: Wanted) {
  const { say } = causeWords(language)
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const part of report.currencies) yield* rowsOf(part, language)
  }
  return fileOf({ heads: HEADS.map(say), rows: rows() }, { name: 'causes', format, on })
}

function rowsOf(part: Report['currencies'][number], language: string): Cell[][] {
  const { say, reasons, departments } = causeWords(language)
  const { currency } = part
  const line = (trait: Parameters<typeof say>[0], name: string, sum: Sum): Cell[] => [
    say(trait),
    name,
    currency,
    sum.count,
    { minor: sum.minor, currency },
    sum.days,
    ...sum.ends.map(({ count }) => count),
  ]
  const empty = ENDS.map(() => null)
  return [
    ...part.reasons.map((row) => line('reason', reasons[row.reason], row)),
    ...part.departments.map((row) => line('department', departments[row.department], row)),
    ...part.sellers.map((row) => line('seller', row.seller?.name ?? say('nobody'), row)),
    ...part.months.map(({ month, count, minor }): Cell[] => {
      const amount = { minor, currency }
      return [say('month'), month.slice(0, 7), currency, count, amount, null, ...empty]
    }),
  ]
}
