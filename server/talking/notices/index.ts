export { noticeMail, type Notice } from './notice.ts'
