import { readTimeline, type TIMELINE_KINDS } from '#contract/collecting/desk/timeline'
import type { Day } from '#kernel/day.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { askingPages } from '../../../api/query.ts'

export type Entry = ReplyOf<typeof readTimeline>['rows'][number]
type Kind = (typeof TIMELINE_KINDS)[number]

/** What a reader may want to see alone. */
export const filters = ['all', 'talk', 'money', 'decisions'] as const

export type TimelineFilter = (typeof filters)[number]

const KINDS: Readonly<Record<TimelineFilter | 'changes', readonly Kind[] | null>> = {
  all: null,
  talk: ['message', 'reply', 'call', 'outcome', 'comment', 'elsewhere'],
  money: ['payment', 'receivable', 'promise'],
  decisions: ['held', 'hold', 'ball', 'dispute', 'promise', 'task'],
  changes: ['change'],
}

export function timelineOf(customerId: string, filter: keyof typeof KINDS) {
  const kinds = KINDS[filter]?.join(',')
  return askingPages(readTimeline, {
    params: { customerId },
    query: { limit: 60, ...(kinds === undefined ? {} : { kinds }) },
  })
}

/** Entries by the day on which they count, in the order in which they came. */
export function byDay(
  entries: readonly Entry[],
): readonly { readonly day: Day; readonly entries: readonly Entry[] }[] {
  const days = new Map<Day, Entry[]>()
  for (const entry of entries) days.set(entry.on, [...(days.get(entry.on) ?? []), entry])
  return [...days].map(([day, its]) => ({ day, entries: its }))
}
