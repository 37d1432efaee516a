import { getCaughtMail, listCaughtMail } from '#contract/talking/demo-mailbox'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type CaughtMail = ReplyOf<typeof listCaughtMail>['mails'][number]

export const caughtMails = asking(listCaughtMail, {})

export function caughtMailOf(id: string) {
  return asking(getCaughtMail, { params: { id } })
}
