import { readCauses } from '#contract/insight/causes'
import { addDays, day, type Day } from '#kernel/day.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import type { DisputeSearch } from '../../collecting/lists/disputes.ts'

export type Causes = ReplyOf<typeof readCauses>
export type CausesOfCurrency = Causes['currencies'][number]
export type Sum = CausesOfCurrency['whole']

export const PERIODS = [3, 6, 12, 24] as const
export type Months = (typeof PERIODS)[number]

/** What the page is about: how far back, whose, in which currency. */
export type CausesSearch = {
  readonly months?: Months
  readonly entity?: string
  readonly currency?: string
}

export const USUAL_MONTHS: Months = 12

export function causesSearch(search: Readonly<Record<string, unknown>>): CausesSearch {
  const { entity, currency } = search
  const months = PERIODS.find((known) => known === Number(search['months']))
  return {
    ...(months === undefined ? {} : { months }),
    ...(typeof entity === 'string' ? { entity } : {}),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
  }
}

/** The first day of the month so many months back, this one counted. */
export function firstDayOf(today: Day, months: number): Day {
  let on = monthOf(today)
  for (let back = 1; back < months; back += 1) on = monthOf(addDays(on, -1))
  return on
}

function monthOf(on: Day): Day {
  return day(`${on.slice(0, 7)}-01`)
}

export function causesOf({ months = USUAL_MONTHS, entity }: CausesSearch, today: Day) {
  const query = { from: firstDayOf(today, months), to: today }
  return asking(readCauses, { query: { ...query, ...(entity === undefined ? {} : { entity }) } })
}

/** The disputes behind a figure of the report. */
export function behind(
  { from, to }: Pick<Causes, 'from' | 'to'>,
  currency: string,
  part: DisputeSearch = {},
): DisputeSearch {
  return { show: 'all', from, to, currency, ...part }
}
