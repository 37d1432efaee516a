import { readDepartments } from '#contract/collecting/desk/departments'
import { readDispute } from '#contract/collecting/desk/disputes'
import { listQuestions } from '#contract/collecting/desk/questions'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type Dispute = ReplyOf<typeof readDispute>
export type Question = ReplyOf<typeof listQuestions>['questions'][number]
export type Departments = ReplyOf<typeof readDepartments>

export const departments = asking(readDepartments, {})

export const disputeOf = (disputeId: string) => asking(readDispute, { params: { disputeId } })

export const questionsOf = (disputeId: string) => asking(listQuestions, { params: { disputeId } })
