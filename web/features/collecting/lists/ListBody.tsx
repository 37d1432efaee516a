import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { useCursor } from '../../../ui/table/use-cursor.ts'
import { useListActions } from '../../ledger/customers/use-list-actions.ts'

type ListBodyProps<Row> = {
  readonly list: UseInfiniteQueryResult
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly label: string
  readonly empty: { readonly icon: LucideIcon; readonly title: string; readonly text: string }
  readonly keyOf: (row: Row) => string
  readonly customerOf: (row: Row) => { readonly id: string; readonly name: string }
  readonly onOpen: (customerId: string) => void
  readonly onIntent: (customerId: string) => void
  readonly card: (row: Row) => ReactNode
}

/** A list whose rows lead to their customers, in all its states. */
export function ListBody<Row>(props: ListBodyProps<Row>) {
  const { list, rows, keyOf, customerOf, onOpen, onIntent } = props
  const cursor = useCursor(rows.map(keyOf))
  const row = rows[cursor.index]
  useListActions({ cursor, current: row === undefined ? undefined : customerOf(row), onOpen })
  if (list.isPending) return <SkeletonRows count={12} />
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
  if (rows.length === 0) return <EmptyState {...props.empty} />
  return (
    <Table
      label={props.label}
      columns={props.columns}
      rows={rows}
      keyOf={keyOf}
      nameOf={(of) => customerOf(of).name}
      cursor={cursor}
      card={props.card}
      onOpen={(of) => onOpen(customerOf(of).id)}
      onIntent={(of) => onIntent(customerOf(of).id)}
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      onMore={() => void list.fetchNextPage()}
    />
  )
}
