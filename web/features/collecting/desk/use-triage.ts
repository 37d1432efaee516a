import { useQueryClient } from '@tanstack/react-query'

import { triageReply } from '#contract/collecting/desk/talk'
import { readTimeline } from '#contract/collecting/desk/timeline'

import { asking } from '../../../api/query.ts'
import { useCalling } from '../../../api/use-calling.ts'
import { useT } from '../../../language/texts.ts'
import { say } from '../../../ui/toasts.ts'
import type { Subject } from './subject.ts'

/** Marks the replies of a customer that wait as dealt with: reminders may go on. */
export function useTriage() {
  const t = useT()
  const client = useQueryClient()
  const calling = useCalling()
  return async ({ customerId }: Subject) => {
    const replies = asking(readTimeline, { params: { customerId }, query: { kinds: 'reply' } })
    const { rows } = await client.fetchQuery(replies)
    const waiting = rows.flatMap(({ name, subject }) =>
      name === 'reply.waiting' && subject.id !== null ? [subject.id] : [],
    )
    for (const replyId of waiting) {
      const isDone = await calling(triageReply, { params: { replyId } })
      if (!isDone) return
    }
    say(t('desk.said.reply'))
  }
}
