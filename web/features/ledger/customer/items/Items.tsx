import { useInfiniteQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'

import { listCustomerItems } from '#contract/ledger/receivables'

import { askingPages, rowsOf } from '../../../../api/query.ts'
import { sentenceOf } from '../../../../api/sentence.ts'
import { useT } from '../../../../language/texts.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../../ui/ErrorState.tsx'
import { Segmented } from '../../../../ui/fields/Segmented.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import { ItemsTable } from './ItemsTable.tsx'

const STATES = ['open', 'closed'] as const

export const itemsOf = (customerId: string, state: (typeof STATES)[number]) =>
  askingPages(listCustomerItems, { params: { customerId }, query: { state, limit: 100 } })

/** What is open by due day, or what is closed. */
export function Items({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const [state, setState] = useState<(typeof STATES)[number]>('open')
  const list = useInfiniteQuery(itemsOf(customerId, state))
  const rows = rowsOf(list.data)
  return (
    <div className="flex flex-col gap-4 py-4">
      <div>
        <Segmented
          label={t('customer.items.state')}
          value={state}
          options={STATES.map((value) => ({ value, name: t(`customer.items.${value}`) }))}
          onChange={setState}
        />
      </div>
      {list.isPending && <SkeletonRows count={6} />}
      {list.isError && (
        <ErrorState reason={sentenceOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={CircleCheck}
          title={state === 'open' ? t('customer.items.emptyOpen') : t('customer.items.emptyClosed')}
          text={state === 'open' ? t('customer.items.emptyOpenText') : undefined}
        />
      )}
      {rows.length > 0 && <ItemsTable rows={rows} />}
      {list.hasNextPage && (
        <Button
          variant="quiet"
          isBusy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('ui.table.loadMore')}
        </Button>
      )}
    </div>
  )
}
