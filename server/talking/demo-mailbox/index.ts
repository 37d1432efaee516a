export { demoServer, stopCatching } from './catcher.ts'
export { attachmentOf, caughtMail, caughtMails, pageOf } from './mailbox.ts'
