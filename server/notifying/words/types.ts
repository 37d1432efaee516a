import type { NOTICE_EVENTS } from '../contract.ts'

export type Told = (typeof NOTICE_EVENTS)[number] | 'comment.written'

/** What notifications say, in one language; {customer} and {who} are filled in. */
export type NoticeWords = {
  readonly titles: Readonly<Record<Told, string>>
  readonly by: string
  readonly until: string
  readonly open: string
  readonly why: string
  readonly greeting: string
  readonly oneThing: string
  readonly digest: Readonly<Record<'now' | 'daily' | 'weekly', string>>
  readonly trial: string
}
