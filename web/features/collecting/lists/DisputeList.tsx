import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'

import { rowsOf } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { Money } from '../../../ui/Money.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DeadlineDay } from '../disputes/DeadlineDay.tsx'
import { disputeOf } from '../disputes/disputes.ts'
import { type Disputed, type DisputeSearch, disputesOf } from './disputes.ts'
import { ListBody } from './ListBody.tsx'

type DisputeListProps = {
  readonly search: DisputeSearch
  readonly onOpen: (disputeId: string) => void
}

/** Disputes of all customers, those that are due first on top. */
export function DisputeList({ search, onOpen }: DisputeListProps) {
  const t = useT()
  const client = useQueryClient()
  const list = useInfiniteQuery(disputesOf(search))
  const rows = rowsOf(list.data)
  const columns: readonly Column<Disputed>[] = [
    {
      name: 'customer',
      title: t('lists.promises.customer'),
      width: 'minmax(12rem, 2fr)',
      cell: ({ customer }) => <span className="font-medium">{customer.name}</span>,
    },
    {
      name: 'invoice',
      title: t('customer.disputes.invoice'),
      width: 'minmax(9.5rem, 1fr)',
      cell: ({ receivable }) => receivable.number,
    },
    {
      name: 'reason',
      title: t('customer.disputes.reason'),
      width: 'minmax(11rem, 1.5fr)',
      cell: ({ reason }) => t(`desk.dispute.reasons.${reason}`),
    },
    {
      name: 'opened',
      title: t('customer.disputes.opened'),
      width: '6rem',
      isSpare: true,
      cell: ({ openedOn }) => <DayText day={openedOn} />,
    },
    {
      name: 'deadline',
      title: t('customer.disputes.deadline'),
      width: '9rem',
      cell: (dispute) => <DeadlineDay dispute={dispute} />,
    },
    {
      name: 'department',
      title: t('customer.disputes.department'),
      width: 'minmax(7rem, 1fr)',
      isSpare: true,
      cell: ({ department }) => t(`desk.dispute.departments.${department}`),
    },
    {
      name: 'owner',
      title: t('customer.disputes.owner'),
      width: 'minmax(9rem, 1fr)',
      isSpare: true,
      cell: ({ owner }) => owner?.name,
    },
    {
      name: 'amount',
      title: t('customer.disputes.amount'),
      width: '8.5rem',
      isEnd: true,
      cell: ({ amount }) => <Money amount={amount} isAligned />,
    },
  ]
  return (
    <ListBody
      list={list}
      rows={rows}
      columns={columns}
      label={t('lists.disputes.list')}
      empty={{
        icon: MessageCircleQuestion,
        title: t('lists.disputes.empty'),
        text: t('lists.disputes.emptyText'),
      }}
      keyOf={({ id }) => id}
      customerOf={({ id, customer }) => ({ id, name: customer.name })}
      onOpen={onOpen}
      onIntent={(id) => void client.prefetchQuery(disputeOf(id))}
      card={(dispute) => (
        <span className="flex h-full flex-col justify-center gap-0.5">
          <span className="flex justify-between gap-3">
            <span className="truncate text-14 font-medium">{dispute.customer.name}</span>
            <Money amount={dispute.amount} />
          </span>
          <span className="flex items-center justify-between gap-3 text-12 text-soft">
            <span className="truncate">
              {dispute.receivable.number} · {t(`desk.dispute.reasons.${dispute.reason}`)}
            </span>
            <DeadlineDay dispute={dispute} />
          </span>
        </span>
      )}
    />
  )
}
