export { demoServer, stopCatching } from './catcher.ts'
export { caughtMail, caughtMails } from './mailbox.ts'
