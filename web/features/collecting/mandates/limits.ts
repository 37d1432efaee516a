import { readMandateLimits } from '#contract/collecting/desk/mandates'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type LimitsReply = ReplyOf<typeof readMandateLimits>
export type LimitRow = LimitsReply['rows'][number]

export const mandateLimits = asking(readMandateLimits, {})
