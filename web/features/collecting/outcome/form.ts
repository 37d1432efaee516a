import {
  type logOutcome,
  type OUTCOME_CHANNELS,
  type OUTCOME_KINDS,
  readOutcomeForm,
} from '#contract/collecting/desk/outcomes'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

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
