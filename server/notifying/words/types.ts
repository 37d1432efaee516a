import type { NOTICE_EVENTS } from '../contract.ts'

export type Told = (typeof NOTICE_EVENTS)[number] | 'comment.written'

/** The rules that come along. */
export type ShippedRule =
  | 'promise_broken'
  | 'dispute_answered'
  | 'dispute_overdue'
  | 'ball_moves'
  | 'meeting_tomorrow'
  | 'ball_clock'
  | 'ball_asked'
  | 'ball_answered'
  | 'ball_rings'
  | 'approval_asked'
  | 'approval_decided'

/** What notifications say, in one language; {customer} and {who} are filled in. */
export type NoticeWords = {
  readonly titles: Readonly<Record<Told, string>>
  readonly rules: Readonly<Record<ShippedRule, string>>
  readonly by: string
  readonly until: string
  readonly open: string
  readonly why: string
  readonly greeting: string
  readonly oneThing: string
  readonly digest: Readonly<Record<'now' | 'daily' | 'weekly', string>>
  readonly trial: string
}
