import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { CalendarRange } from 'lucide-react'

import { rowsOf } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { NearDay } from '../../../ui/DayText.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { Column } from '../../../ui/table/column.ts'
import { customerOf } from '../../ledger/customers/customers.ts'
import { PlanState } from '../plans/PlanState.tsx'
import { nextOf, type Plan, standingText } from '../plans/standing.ts'
import { SignedChip } from '../records/SignedChip.tsx'
import { ListBody } from './ListBody.tsx'
import { plansOfTab, type PlanTab } from './plans.ts'

type PlanListProps = { readonly tab: PlanTab; readonly onOpen: (customerId: string) => void }

/** Plans by instalments of all customers, the latest first. */
export function PlanList({ tab, onOpen }: PlanListProps) {
  const t = useT()
  const reader = useReader()
  const client = useQueryClient()
  const list = useInfiniteQuery(plansOfTab(tab))
  const rows = rowsOf(list.data)
  const columns: readonly Column<Plan>[] = [
    {
      name: 'customer',
      title: t('lists.promises.customer'),
      width: 'minmax(12rem, 2fr)',
      cell: ({ customer }) => <span className="font-medium">{customer.name}</span>,
    },
    {
      name: 'state',
      title: t('customer.commitments.state'),
      width: '12rem',
      cell: (plan) => (
        <span className="inline-flex items-center gap-1">
          <PlanState plan={plan} />
          <SignedChip recordId={plan.signedRecordId} />
        </span>
      ),
    },
    {
      name: 'kept',
      title: t('plans.list.kept'),
      width: '6.5rem',
      cell: ({ instalments }) => {
        const kept = instalments.filter(({ state }) => state === 'kept').length
        return t('plans.list.keptOf', { kept, parts: instalments.length })
      },
    },
    {
      name: 'next',
      title: t('plans.list.next'),
      width: '8rem',
      cell: (plan) => <NextDay plan={plan} />,
    },
    {
      name: 'by',
      title: t('plans.list.by'),
      width: 'minmax(9rem, 1fr)',
      isSpare: true,
      cell: ({ proposedBy }) => proposedBy?.name,
    },
    {
      name: 'total',
      title: t('customer.commitments.amount'),
      width: '9rem',
      isEnd: true,
      cell: ({ total }) => <Money amount={total} isAligned />,
    },
    {
      name: 'received',
      title: t('customer.commitments.received'),
      width: '9rem',
      isEnd: true,
      isSpare: true,
      cell: ({ receivedMinor, total }) => (
        <Money amount={{ minor: receivedMinor, currency: total.currency }} isAligned />
      ),
    },
  ]
  return (
    <ListBody
      list={list}
      rows={rows}
      columns={columns}
      label={t('plans.list.title')}
      empty={{
        icon: CalendarRange,
        title: t('plans.list.empty'),
        text: t('plans.list.emptyText'),
      }}
      keyOf={({ id }) => id}
      customerOf={({ customer }) => customer}
      onOpen={onOpen}
      onIntent={(id) => void client.prefetchQuery(customerOf(id))}
      card={(plan) => (
        <span className="flex h-full flex-col justify-center gap-0.5">
          <span className="flex justify-between gap-3">
            <span className="truncate text-14 font-medium">{plan.customer.name}</span>
            <Money amount={plan.total} />
          </span>
          <span className="flex justify-between gap-3 text-12 text-soft">
            <span className="truncate">{standingText(t, plan, reader)}</span>
            <span className="inline-flex shrink-0 items-center gap-1">
              <SignedChip recordId={plan.signedRecordId} />
              <PlanState plan={plan} />
            </span>
          </span>
        </span>
      )}
    />
  )
}

function NextDay({ plan }: { readonly plan: Plan }) {
  const next = nextOf(plan)
  return next ? <NearDay day={next.dueOn} /> : <span className="text-faint">–</span>
}
