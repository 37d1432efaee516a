import { readBall } from '#contract/collecting/desk/ball'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type Ball = ReplyOf<typeof readBall>
export type Held = Ball['history'][number]

export const ballOf = (customerId: string) => asking(readBall, { params: { customerId } })
