import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { MessageCircleQuestion } from 'lucide-react'

import { listDisputes } from '#contract/collecting/desk/disputes'

import { asking } from '../../../api/query.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Money } from '../../../ui/Money.tsx'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import { DeadlineDay } from '../disputes/DeadlineDay.tsx'
import type { Disputed } from '../lists/disputes.ts'

/** What a customer disputes; each opens to everything that is known of it. */
export function Disputes({ customerId }: { readonly customerId: string }) {
  const list = useQuery(asking(listDisputes, { query: { customer: customerId, limit: 200 } }))
  return (
    <Loaded query={list} rows={4}>
      {({ rows }) => <Table rows={rows} />}
    </Loaded>
  )
}

function Table({ rows }: { readonly rows: readonly Disputed[] }) {
  const t = useT()
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={MessageCircleQuestion}
        title={t('customer.disputes.empty')}
        text={t('customer.disputes.emptyText')}
      />
    )
  }
  return (
    <div className="py-4">
      <SimpleTable
        label={t('customer.tabs.disputes')}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'invoice',
            title: t('customer.disputes.invoice'),
            cell: (dispute) => <OpenLink dispute={dispute} />,
          },
          {
            name: 'reason',
            title: t('customer.disputes.reason'),
            cell: (dispute) => <DisputeReason dispute={dispute} />,
          },
          {
            name: 'opened',
            title: t('customer.disputes.opened'),
            isSpare: true,
            cell: ({ openedOn }) => <DayText day={openedOn} />,
          },
          {
            name: 'deadline',
            title: t('customer.disputes.deadline'),
            cell: (dispute) => <DeadlineDay dispute={dispute} />,
          },
          {
            name: 'department',
            title: t('customer.disputes.department'),
            isSpare: true,
            cell: ({ department }) => t(`desk.dispute.departments.${department}`),
          },
          {
            name: 'owner',
            title: t('customer.disputes.owner'),
            isSpare: true,
            cell: ({ owner }) => owner?.name,
          },
          {
            name: 'amount',
            title: t('customer.disputes.amount'),
            isEnd: true,
            cell: ({ amount }) => <Money amount={amount} isAligned />,
          },
        ]}
      />
    </div>
  )
}

function OpenLink({ dispute: { id, receivable } }: { readonly dispute: Disputed }) {
  return (
    <Link
      to="/disputes/$disputeId"
      params={{ disputeId: id }}
      className="inline-flex min-h-8 items-center font-medium underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      {receivable.number}
    </Link>
  )
}

function DisputeReason({ dispute }: { readonly dispute: Disputed }) {
  const t = useT()
  return (
    <>
      {t(`desk.dispute.reasons.${dispute.reason}`)}
      {dispute.note !== '' && (
        <span className="block max-w-80 truncate text-12 text-faint">{dispute.note}</span>
      )}
    </>
  )
}
