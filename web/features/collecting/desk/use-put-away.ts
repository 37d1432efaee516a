import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'

import { finishForToday, listWorklist, snooze, wake } from '#contract/collecting/desk/worklist'
import type { Day } from '#kernel/day.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { useCalling } from '../../../api/use-calling.ts'
import { useT } from '../../../language/texts.ts'
import { weekDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import type { Subject } from './subject.ts'

/** Takes a customer off the list at once; the server is told behind, and it can be undone. */
export function usePutAway() {
  const t = useT()
  const { locale } = useReader()
  const client = useQueryClient()
  const calling = useCalling()
  const putAway = (
    subject: Subject,
    said: string,
    doneBy: number,
    tell: () => Promise<boolean>,
  ) => {
    takeOff(client, subject.customerId, doneBy)
    const params = { customerId: subject.customerId }
    const told = tell()
    say(said, {
      action: {
        name: t('ui.undo'),
        run: () => void told.then((isDone) => isDone && calling(wake, { params })),
      },
    })
  }
  return {
    finish: (subject: Subject) =>
      putAway(subject, t('desk.said.done', { name: subject.name }), 1, () =>
        calling(finishForToday, { params: { customerId: subject.customerId }, body: {} }),
      ),
    snooze: (subject: Subject, until: Day, note: string) =>
      putAway(
        subject,
        t('desk.said.snoozed', { name: subject.name, day: weekDay(until, locale) }),
        0,
        () =>
          calling(snooze, { params: { customerId: subject.customerId }, body: { until, note } }),
      ),
    wake: (subject: Subject) => {
      takeOff(client, subject.customerId)
      void calling(wake, { params: { customerId: subject.customerId } })
    },
  }
}

type Pages = InfiniteData<ReplyOf<typeof listWorklist>>

/** An answer on its way knows nothing of it and would bring the customer back. */
function takeOff(client: QueryClient, customerId: string, doneBy = 0): void {
  void client.cancelQueries({ queryKey: [listWorklist.url] })
  client.setQueriesData<Pages>({ queryKey: [listWorklist.url] }, (data) =>
    data === undefined ? data : withoutRow(data, customerId, doneBy),
  )
}

/** The pages of a list without a customer; `doneBy` counts them as done, or no longer. */
export function withoutRow(data: Pages, customerId: string, doneBy = 0): Pages {
  const pages = data.pages.map((page) => ({
    ...page,
    doneToday: page.doneToday + doneBy,
    rows: page.rows.filter(({ customer }) => customer.id !== customerId),
  }))
  return { ...data, pages }
}
