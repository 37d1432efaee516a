import type { LinkPurpose } from '../../access/index.ts'
import type { Purpose } from '../purpose.ts'
import { answerDispute } from './answer-dispute.ts'

const PURPOSES: Readonly<Partial<Record<LinkPurpose, Purpose>>> = {
  answer_dispute: answerDispute,
}

/** What a link is for; undefined for what this release cannot do. */
export function purposeOf(purpose: LinkPurpose): Purpose | undefined {
  return PURPOSES[purpose]
}
