import { listNotifications } from '#contract/notifying/centre'

import type { ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'

export type Notice = ReplyOf<typeof listNotifications>['rows'][number]

export const notices = asking(listNotifications, { query: { limit: 30 } })
