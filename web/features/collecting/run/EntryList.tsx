import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { rowsOf } from '../../../api/query.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { EntryRow } from './EntryRow.tsx'
import { Preview } from './Preview.tsx'
import { entriesOf, type Entry, type EntryFilter, type RunReport } from './run.ts'

type EntryListProps = { readonly run: RunReport; readonly filter: EntryFilter }

/** The customers of a group, a page at a time. */
export function EntryList({ run, filter }: EntryListProps) {
  const t = useT()
  const [looked, setLooked] = useState<Entry | null>(null)
  const list = useInfiniteQuery(entriesOf(run.id, filter))
  const rows = rowsOf(list.data)
  if (list.isPending) return <SkeletonRows count={3} />
  if (list.isError) {
    const retry = () => void list.refetch()
    return (
      <ErrorState
        reason={sentenceOf(list.error)}
        reference={referenceOf(list.error)}
        onRetry={retry}
      />
    )
  }
  return (
    <div className="border-t border-line bg-sunken">
      {rows.length === 0 && (
        <p className="px-4 py-3 text-13 text-soft">{t('run.groups.nothing')}</p>
      )}
      <ul>
        {rows.map((entry) => (
          <EntryRow key={entry.id} run={run} entry={entry} onLook={() => setLooked(entry)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="p-2 text-center">
          <Button
            variant="quiet"
            isBusy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('ui.more')}
          </Button>
        </div>
      )}
      {looked && <Preview run={run} entry={looked} onClose={() => setLooked(null)} />}
    </div>
  )
}
