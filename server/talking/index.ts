export { closeTalking } from './close.ts'
export {
  deliver,
  mailReadiness,
  messageDomainOf,
  messageIdOf,
  openMailer,
  testMailboxOf,
} from './email/index.ts'
export type {
  Attachment,
  Delivery,
  Mail,
  Mailbox,
  Mailer,
  NotSent,
  RefusedRecipient,
} from './email/index.ts'
export { noticeMail, type Notice } from './notices/index.ts'
export { talkingRoutes } from './routes.ts'
export {
  accountOfToday,
  fontFamilies,
  legible,
  setSheet,
  statementCurrency,
  statementName,
  statementDigest,
  statementPdf,
} from './statement/index.ts'
export type {
  OpenItemFact,
  StatementCurrency,
  StatementItem,
  StatementSender,
  StatementSnapshot,
} from './statement/index.ts'
export { copyOf, loadTemplates, needsOf, renderMessage, tonesOf } from './templates/index.ts'
export type {
  Message,
  MessageExtra,
  MessageRequest,
  Need,
  TemplateFinding,
  Templates,
} from './templates/index.ts'
export { formatsOf, type NextStepKind } from './wording/index.ts'
