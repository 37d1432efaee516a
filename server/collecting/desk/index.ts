export { USUAL_ROUTES } from './departments/rules.ts'
export { deskJobs } from './jobs.ts'
export { approvalByLink, decideByLink, type ShownApproval } from './approvals/by-link.ts'
export { invitationFor, type Invitation } from './by-link/invitations.ts'
export {
  LINK_OUTCOMES,
  logByLink,
  declineByLink,
  offerByLink,
  takeByLink,
  turnByLink,
  type ShownTurn,
} from './ball/by-link.ts'
export { ballFacts } from './ball/invitations.ts'
export { type ShownOffer } from './offers/offers.ts'
export { ballWords } from './ball/words/words.ts'
export { approvalFacts } from './approvals/facts.ts'
export { approvalWords } from './approvals/words/words.ts'
export { answerByLink, askedByLink, passOnByLink, type AskedQuestion } from './questions/answers.ts'
export { questionWords } from './questions/words/words.ts'
export { recordByLink, refuseByLink, signByLink, type RecordToSign } from './records/by-link.ts'
export { beginRecord, makeRecord, previewRecord } from './records/records.ts'
export { requestSignature } from './records/requests.ts'
export { signOnDevice } from './records/sign.ts'
export { recordWords } from './records/words/words.ts'
export { deskRoutes } from './routes.ts'
export { rebuild as rebuildWorklist } from './follow.ts'
