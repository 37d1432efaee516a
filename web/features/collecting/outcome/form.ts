import {
  type logOutcome,
  type OUTCOME_CHANNELS,
  type OUTCOME_KINDS,
  readOutcomeForm,
} from '#contract/collecting/desk/outcomes'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { type WorklistSearch, worklistSearch } from '../worklist/worklist.ts'

export type Form = ReplyOf<typeof readOutcomeForm>
export type Kind = (typeof OUTCOME_KINDS)[number]
export type Channel = (typeof OUTCOME_CHANNELS)[number]
export type Sent = InputOf<typeof logOutcome>['body']
export type Answer = ReplyOf<typeof logOutcome>

/** Stays good for a visit without a network: what is written meanwhile is checked when it arrives. */
const FRESH_MILLISECONDS = 60_000
const KEPT_MILLISECONDS = 12 * 3_600_000

export const formOf = (customerId: string) => ({
  ...asking(readOutcomeForm, { params: { customerId } }),
  staleTime: FRESH_MILLISECONDS,
  gcTime: KEPT_MILLISECONDS,
})

type OutcomeSearch = {
  readonly by?: 'call'
  readonly again?: string
  /** The day's list that they come from, as it was looked at. */
  readonly list?: WorklistSearch
}

/** How they speak, and what waits on this device and is written again. */
export function outcomeSearch(search: Readonly<Record<string, unknown>>): OutcomeSearch {
  const { by, again, list } = search
  return {
    ...(by === 'call' && { by }),
    ...(typeof again === 'string' && { again }),
    ...(typeof list === 'object' && list !== null && { list: worklistSearch({ ...list }) }),
  }
}
