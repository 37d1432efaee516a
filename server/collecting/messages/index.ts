export {
  claimMessages,
  reclaimMessages,
  type Claimant,
  type Claimed,
  type ToClaim,
} from './claim.ts'
export { deliverMessages, openDispatch, type Dispatch } from './deliver.ts'
export { openDesk, type DeskKeys } from './desk.ts'
export { withdraw } from './outcomes.ts'
export type { OwnMessage } from './own/message.ts'
export {
  claimOwn,
  claimOwnAgain,
  ownText,
  previewOwn,
  resumeOwn,
  type OwnClaim,
  type OwnPreview,
} from './own/own.ts'
export { askForLetter } from './own/letters.ts'
export { findLeftBehind } from './resume.ts'
export { prepare, readyStatement, statementOf, type Statement } from './statements.ts'
export { deletePrepared } from './store/prepared.ts'
export { closeEntries } from './store/delivery.ts'
export { insertReachedSteps } from './store/messages.ts'
export { takeClaimed, type ClaimedRow } from './store/reclaim.ts'
export { insertTasks, type NewTask } from './store/tasks.ts'
export { writeMessages, type Desk, type Letter, type Written } from './write.ts'
export {
  holdUnknown,
  messageBounced,
  messageOfHeader,
  releaseTask,
  sayItArrived,
  setAside,
  type Bounce,
  type Deciding,
} from './decide.ts'
export { selectMessage, selectMessageOfEntry, type WholeMessage } from './store/read.ts'
export { envelopeFrom, storedFrom, type FileRef } from './stored.ts'
export { messageRoutes } from './routes.ts'
