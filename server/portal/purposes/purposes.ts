import type { LinkPurpose } from '../../access/index.ts'
import type { Purpose } from '../purpose.ts'
import { answerDispute } from './answer-dispute.ts'
import { decideApproval } from './decide-approval.ts'
import { signRecord } from './sign-record.ts'
import { takeBall } from './take-ball.ts'
import { logOutcome } from './telling/log-outcome.ts'

const PURPOSES: Readonly<Partial<Record<LinkPurpose, Purpose>>> = {
  answer_dispute: answerDispute,
  decide_approval: decideApproval,
  take_ball: takeBall,
  log_outcome: logOutcome,
  sign_record: signRecord,
}

/** What a link is for; undefined for what this release cannot do. */
export function purposeOf(purpose: LinkPurpose): Purpose | undefined {
  return PURPOSES[purpose]
}
