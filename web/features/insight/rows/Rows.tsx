import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { Rows3 } from 'lucide-react'

import { rowsOf } from '../../../api/query.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { askedOf, type RowsSearch } from './address.ts'
import {
  collectedBehind,
  itemsBehind,
  type Line,
  lineOfCollected,
  lineOfItem,
  lineOfSale,
  salesBehind,
} from './lines.ts'
import { RowsTable } from './RowsTable.tsx'
import { RowsTotal } from './RowsTotal.tsx'

/** The rows behind a figure: open items, sales or money that came, with their sum. */
export function Rows({ search }: { readonly search: RowsSearch }) {
  const t = useT()
  const asked = askedOf(search.rows)
  if (asked === null) {
    return <EmptyState icon={Rows3} title={t('insight.rows.none')} />
  }
  const { query } = asked
  switch (asked.kind) {
    case 'items':
      return <Items query={query} search={search} />
    case 'sales':
      return <Sales query={query} search={search} />
    case 'collected':
      return <Collected query={query} search={search} />
  }
}

type Props = {
  readonly query: Readonly<Record<string, string>>
  readonly search: RowsSearch
}

function Items({ query, search }: Props) {
  const t = useT()
  const list = useInfiniteQuery(itemsBehind(query))
  const lines = rowsOf(list.data).map(lineOfItem)
  return <List list={list} lines={lines} day={t('insight.rows.due')} search={search} />
}

function Sales({ query, search }: Props) {
  const t = useT()
  const list = useInfiniteQuery(salesBehind(query))
  const lines = rowsOf(list.data).map(lineOfSale)
  return <List list={list} lines={lines} day={t('insight.rows.issued')} search={search} />
}

function Collected({ query, search }: Props) {
  const t = useT()
  const list = useInfiniteQuery(collectedBehind(query))
  const lines = rowsOf(list.data).map(lineOfCollected)
  return <List list={list} lines={lines} day={t('insight.rows.came')} search={search} />
}

type ListProps = {
  readonly list: Pick<
    UseInfiniteQueryResult,
    | 'isPending'
    | 'isError'
    | 'error'
    | 'hasNextPage'
    | 'isFetchingNextPage'
    | 'fetchNextPage'
    | 'refetch'
  >
  readonly lines: readonly Line[]
  readonly day: string
  readonly search: RowsSearch
}

function List({ list, lines, day, search }: ListProps) {
  const t = useT()
  if (list.isPending) return <SkeletonRows count={12} />
  if (list.isError && lines.length === 0) {
    return (
      <ErrorState
        reason={sentenceOf(list.error)}
        reference={referenceOf(list.error)}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (lines.length === 0) return <EmptyState icon={Rows3} title={t('insight.rows.none')} />
  return (
    <>
      <RowsTotal lines={lines} isWhole={!list.hasNextPage} search={search} />
      <RowsTable lines={lines} day={day} />
      {list.hasNextPage && (
        <Button
          variant="quiet"
          isBusy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('ui.table.loadMore')}
        </Button>
      )}
    </>
  )
}
