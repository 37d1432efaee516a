export { type Mailbox } from './addresses.ts'
export { type Attachment, type Mail } from './compose.ts'
export { closeConnections, deliver, openMailer, type Mailer } from './deliver.ts'
export { messageIdOf } from './message-id.ts'
export { type Delivery, type NotSent, type RefusedRecipient } from './rules.ts'
export { mailReadiness, messageDomainOf, testMailboxOf } from './settings.ts'
export {
  changeSettings,
  checkSettings,
  readHealth,
  readSettings,
  sendTestMessage,
  stopSending,
} from './operations.ts'
