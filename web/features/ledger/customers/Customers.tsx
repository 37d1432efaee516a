import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { rowsOf } from '../../../api/query.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { chosenColumns } from '../../../ui/table/column.ts'
import { Table } from '../../../ui/table/Table.tsx'
import { useCursor } from '../../../ui/table/use-cursor.ts'
import { BulkBar } from './BulkBar.tsx'
import { customerColumns, USUAL_COLUMNS } from './columns.tsx'
import { CustomerCard } from './CustomerCard.tsx'
import { customerOf, type CustomerRow, customersOf, totalsOf } from './customers.ts'
import { CustomersEmpty } from './CustomersEmpty.tsx'
import { type CustomersSearch, customersSearch } from './search.ts'
import { useListActions } from './use-list-actions.ts'

type CustomersProps = {
  readonly search: CustomersSearch
  readonly onSearch: (search: CustomersSearch) => void
  readonly onOpen: (customerId: string) => void
}

/** Descending where the large or the old come first. */
const DESCENDING = new Set(['owed', 'overdue', 'oldest'])

export function Customers({ search, onSearch, onOpen }: CustomersProps) {
  const t = useT()
  const client = useQueryClient()
  const list = useInfiniteQuery(customersOf(search))
  const totals = useQuery(totalsOf(search)).data
  const rows = rowsOf(list.data)
  const cursor = useCursor(rows.map(({ id }) => id))
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const columns = useMemo(() => customerColumns(t, currentLanguage(), totals?.totals), [t, totals])
  const current = rows[cursor.index]
  useListActions({ cursor, current, onOpen })
  const sort = search.sort ?? 'overdue'
  const fetchAhead = ({ id }: CustomerRow) => void client.prefetchQuery(customerOf(id))
  if (list.isPending) return <SkeletonRows count={14} />
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
  if (rows.length === 0) return <CustomersEmpty search={search} onSearch={onSearch} />
  return (
    <>
      <Table
        label={t('customers.list')}
        columns={chosenColumns(columns, search.columns?.split(',') ?? USUAL_COLUMNS)}
        rows={rows}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        cursor={cursor}
        card={(row) => <CustomerCard row={row} />}
        onOpen={({ id }) => onOpen(id)}
        onIntent={fetchAhead}
        sort={{ column: sort, isDescending: DESCENDING.has(sort) }}
        onSort={({ column }) => onSearch(customersSearch({ ...search, sort: column }))}
        selection={{ keys, onChange: setKeys }}
        total={totals?.customers}
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {keys.size > 0 && (
        <BulkBar
          customers={rows.filter(({ id }) => keys.has(id))}
          onClear={() => setKeys(new Set())}
        />
      )}
    </>
  )
}
