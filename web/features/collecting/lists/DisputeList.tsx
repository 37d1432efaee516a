import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'

import { rowsOf } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { Money } from '../../../ui/Money.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { customerOf } from '../../ledger/customers/customers.ts'
import { Revisit } from '../commitments/Disputes.tsx'
import { type Disputed, type DisputeTab, disputesOf } from './disputes.ts'
import { ListBody } from './ListBody.tsx'

type DisputeListProps = { readonly tab: DisputeTab; readonly onOpen: (customerId: string) => void }

/** Disputes of all customers, those to look at again first. */
export function DisputeList({ tab, onOpen }: DisputeListProps) {
  const t = useT()
  const client = useQueryClient()
  const list = useInfiniteQuery(disputesOf(tab))
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
      width: 'minmax(8rem, 1fr)',
      cell: ({ receivable }) => receivable.number,
    },
    {
      name: 'reason',
      title: t('customer.disputes.reason'),
      width: 'minmax(9rem, 1.5fr)',
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
      name: 'revisit',
      title: t('customer.disputes.revisit'),
      width: '7rem',
      cell: (dispute) => <Revisit dispute={dispute} />,
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
      customerOf={({ customer }) => customer}
      onOpen={onOpen}
      onIntent={(id) => void client.prefetchQuery(customerOf(id))}
      card={({ customer, amount, reason, receivable }) => (
        <span className="flex h-full flex-col justify-center gap-0.5">
          <span className="flex justify-between gap-3">
            <span className="truncate text-14 font-medium">{customer.name}</span>
            <Money amount={amount} />
          </span>
          <span className="truncate text-12 text-soft">
            {receivable.number} · {t(`desk.dispute.reasons.${reason}`)}
          </span>
        </span>
      )}
    />
  )
}
