import { readVisitBrief } from '#contract/collecting/desk/brief/visit'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type VisitBrief = ReplyOf<typeof readVisitBrief>

export const visitBriefOf = (customerId: string) =>
  asking(readVisitBrief, { params: { customerId } })
