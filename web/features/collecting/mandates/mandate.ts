import { readMandate } from '#contract/collecting/desk/mandates'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type Mandate = ReplyOf<typeof readMandate>

export const mandateOf = (customerId: string, currency: string) =>
  asking(readMandate, { params: { customerId }, query: { currency } })
