import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useState } from 'react'

import { rowsOf } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { nearDayText } from '../../../ui/DayText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { useReader } from '../../../ui/reader.ts'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { TimelineDay } from '../../../ui/timeline/TimelineDay.tsx'
import { byDay, filters, type TimelineFilter, timelineOf } from './timeline.ts'
import { TimelineEntry } from './TimelineEntry.tsx'

/** Everything that happened: ours on the right, theirs on the left, money across, decisions small. */
export function Timeline({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const { today, locale } = useReader()
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const list = useInfiniteQuery(timelineOf(customerId, filter))
  const days = byDay(rowsOf(list.data))
  return (
    <div className="flex flex-col gap-4 py-4">
      <div>
        <Segmented
          label={t('customer.timeline.filter')}
          value={filter}
          options={filters.map((value) => ({ value, name: t(`customer.timeline.${value}`) }))}
          onChange={setFilter}
        />
      </div>
      {list.isPending && <SkeletonRows count={6} />}
      {list.isError && (
        <ErrorState reason={sentenceOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && days.length === 0 && (
        <EmptyState
          icon={History}
          title={t('customer.timeline.empty')}
          text={t('customer.timeline.emptyText')}
        />
      )}
      <ol className="flex flex-col gap-5">
        {days.map(({ day, entries }) => (
          <TimelineDay key={day} title={nearDayText(t, day, today, locale)}>
            {entries.map((entry) => (
              <TimelineEntry key={entry.id} entry={entry} />
            ))}
          </TimelineDay>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          variant="quiet"
          isBusy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('customer.timeline.more')}
        </Button>
      )}
    </div>
  )
}
