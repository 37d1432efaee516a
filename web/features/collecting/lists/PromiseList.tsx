import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'

import { rowsOf } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { NearDay } from '../../../ui/DayText.tsx'
import { Money } from '../../../ui/Money.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { customerOf } from '../../ledger/customers/customers.ts'
import { PromiseState } from '../commitments/PromiseState.tsx'
import { SignedChip } from '../records/SignedChip.tsx'
import { ListBody } from './ListBody.tsx'
import { type Promised, type PromiseTab, promisesOf } from './promises.ts'

type PromiseListProps = { readonly tab: PromiseTab; readonly onOpen: (customerId: string) => void }

/** Promises of all customers, the next ones due first. */
export function PromiseList({ tab, onOpen }: PromiseListProps) {
  const t = useT()
  const client = useQueryClient()
  const list = useInfiniteQuery(promisesOf(tab))
  const rows = rowsOf(list.data)
  const columns: readonly Column<Promised>[] = [
    {
      name: 'customer',
      title: t('lists.promises.customer'),
      width: 'minmax(12rem, 2fr)',
      cell: ({ customer }) => <span className="font-medium">{customer.name}</span>,
    },
    {
      name: 'by',
      title: t('customer.commitments.by'),
      width: '7rem',
      cell: ({ promisedFor }) => <NearDay day={promisedFor} />,
    },
    {
      name: 'state',
      title: t('customer.commitments.state'),
      width: '12.5rem',
      cell: (promise) => (
        <span className="inline-flex items-center gap-1">
          <PromiseState {...promise} />
          <SignedChip recordId={promise.signedRecordId} />
        </span>
      ),
    },
    {
      name: 'for',
      title: t('customer.commitments.for'),
      width: 'minmax(9rem, 1fr)',
      cell: ({ openItem }) => openItem?.number ?? t('customer.commitments.account'),
    },
    {
      name: 'said',
      title: t('customer.commitments.said'),
      width: 'minmax(9rem, 1fr)',
      isSpare: true,
      cell: ({ saidBy }) => saidBy,
    },
    {
      name: 'amount',
      title: t('customer.commitments.amount'),
      width: '9rem',
      isEnd: true,
      cell: ({ amount }) => <Money amount={amount} isAligned />,
    },
    {
      name: 'received',
      title: t('customer.commitments.received'),
      width: '9rem',
      isEnd: true,
      isSpare: true,
      cell: ({ receivedMinor, amount }) => (
        <span className={receivedMinor === 0 ? 'text-faint' : undefined}>
          <Money
            amount={{ minor: receivedMinor, currency: amount.currency }}
            isAligned
            isEven={receivedMinor === 0}
          />
        </span>
      ),
    },
  ]
  return (
    <ListBody
      list={list}
      rows={rows}
      columns={columns}
      label={t('lists.promises.list')}
      empty={{
        icon: Handshake,
        title: t('lists.promises.empty'),
        text: t('lists.promises.emptyText'),
      }}
      keyOf={({ id }) => id}
      customerOf={({ customer }) => customer}
      onOpen={onOpen}
      onIntent={(id) => void client.prefetchQuery(customerOf(id))}
      card={({ customer, amount, promisedFor, signedRecordId, ...promise }) => (
        <span className="flex h-full flex-col justify-center gap-0.5">
          <span className="flex justify-between gap-3">
            <span className="truncate text-14 font-medium">{customer.name}</span>
            <Money amount={amount} />
          </span>
          <span className="flex justify-between text-12 text-soft">
            <NearDay day={promisedFor} />
            <span className="inline-flex items-center gap-1">
              <SignedChip recordId={signedRecordId} />
              <PromiseState {...promise} />
            </span>
          </span>
        </span>
      )}
    />
  )
}
