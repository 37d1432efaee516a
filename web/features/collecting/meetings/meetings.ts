import { readMeetingFeed } from '#contract/collecting/meetings'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type MeetingFeed = ReplyOf<typeof readMeetingFeed>

const WAITING_MILLISECONDS = 1500

/** One's calendar; while it is read for the first time it is asked for again and again. */
export const meetingFeed = {
  ...asking(readMeetingFeed, {}),
  refetchInterval: ({ state }: { readonly state: { readonly data: MeetingFeed | undefined } }) =>
    state.data?.feed?.triedAt === null ? WAITING_MILLISECONDS : (false as const),
}
