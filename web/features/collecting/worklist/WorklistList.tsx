import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useQueryClient,
} from '@tanstack/react-query'

import type { listWorklist } from '#contract/collecting/desk/worklist'

import type { ReplyOf } from '../../../api/call.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { Table } from '../../../ui/table/Table.tsx'
import type { Cursor } from '../../../ui/table/use-cursor.ts'
import { briefOf } from '../desk/subject.ts'
import { type WorklistRow, type WorklistSearch, whoseOf } from './worklist.ts'
import { WorklistCard } from './WorklistCard.tsx'
import { WorklistEmpty } from './WorklistEmpty.tsx'

type WorklistListProps = {
  readonly list: UseInfiniteQueryResult<InfiniteData<ReplyOf<typeof listWorklist>>>
  readonly rows: readonly WorklistRow[]
  readonly cursor: Cursor
  readonly search: WorklistSearch
  readonly onSearch: (search: WorklistSearch) => void
  readonly onPress: ((customerId: string) => void) | undefined
  readonly onEnter: (customerId: string) => void
}

const ROW_HEIGHT = 60

export function WorklistList(props: WorklistListProps) {
  return (
    <div className="flex min-h-0 w-full flex-col border-line bg-surface md:w-80 md:shrink-0 md:border-r lg:w-96 2xl:w-104">
      <Rows {...props} />
    </div>
  )
}

function Rows({ list, rows, cursor, search, onSearch, onPress, onEnter }: WorklistListProps) {
  const t = useT()
  const member = useMember()
  const client = useQueryClient()
  if (list.isPending) return <SkeletonRows height="h-15" />
  if (list.isError && rows.length === 0) {
    const retry = () => void list.refetch()
    return (
      <ErrorState
        reason={sentenceOf(list.error)}
        reference={referenceOf(list.error)}
        onRetry={retry}
      />
    )
  }
  if (rows.length === 0) {
    return (
      <WorklistEmpty
        show={search.show ?? 'open'}
        isMine={whoseOf(search, member) === 'mine'}
        onAll={() => onSearch({ ...search, whose: 'all' })}
      />
    )
  }
  return (
    <Table
      label={t('desk.list')}
      hasCardsOnly
      columns={[]}
      rows={rows}
      keyOf={({ customer }) => customer.id}
      nameOf={({ customer }) => customer.name}
      cursor={cursor}
      cardHeight={ROW_HEIGHT}
      card={(row) => <WorklistCard row={row} />}
      onOpen={onPress && (({ customer }) => onPress(customer.id))}
      onEnter={({ customer }) => onEnter(customer.id)}
      onIntent={({ customer }) => void client.prefetchQuery(briefOf(customer.id))}
      total={list.hasNextPage ? undefined : rows.length}
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      onMore={() => void list.fetchNextPage()}
    />
  )
}
