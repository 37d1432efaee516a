import { useInfiniteQuery } from '@tanstack/react-query'
import { BadgeCheck } from 'lucide-react'

import { rowsOf } from '../../../api/query.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { ApprovalCard } from './ApprovalCard.tsx'
import { approvalsOf, type ApprovalTab } from './approvals.ts'

/** Requests beyond a mandate: those that wait, one's own, or all. */
export function ApprovalList({ tab }: { readonly tab: ApprovalTab }) {
  const t = useT()
  const list = useInfiniteQuery(approvalsOf(tab))
  const rows = rowsOf(list.data)
  if (list.isPending) return <SkeletonRows count={6} />
  if (list.isError && rows.length === 0) {
    const { error } = list
    const retry = () => void list.refetch()
    return <ErrorState reason={sentenceOf(error)} reference={referenceOf(error)} onRetry={retry} />
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={BadgeCheck}
        title={t(`approvals.empty.${tab}`)}
        text={t('approvals.empty.text')}
      />
    )
  }
  return (
    <div className="mx-auto flex w-full max-w-200 flex-col gap-3 p-4 lg:p-6">
      <ul aria-label={t('approvals.title')} className="flex flex-col gap-3">
        {rows.map((approval) => (
          <ApprovalCard key={approval.id} approval={approval} />
        ))}
      </ul>
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
