import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { Money } from '../../../ui/Money.tsx'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import type { Line } from './lines.ts'

type RowsTableProps = { readonly lines: readonly Line[]; readonly day: string }

export function RowsTable({ lines, day }: RowsTableProps) {
  const t = useT()
  const hasLateness = lines.some(({ daysLate }) => daysLate !== null)
  return (
    <SimpleTable
      label={t('insight.rows.title')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        {
          name: 'number',
          title: t('insight.rows.number'),
          isSpare: true,
          cell: ({ number }) => <span className="font-medium whitespace-nowrap">{number}</span>,
        },
        {
          name: 'customer',
          title: t('insight.rows.customer'),
          cell: ({ customer, number }) => (
            <>
              <Link
                to="/customers/$customerId"
                params={{ customerId: customer.id }}
                className="underline-offset-2 hover:underline"
              >
                {customer.name}
              </Link>
              <span className="block text-12 text-faint lg:hidden">{number}</span>
            </>
          ),
        },
        { name: 'day', title: day, isSpare: true, cell: ({ on }) => <DayText day={on} /> },
        ...(hasLateness
          ? [
              {
                name: 'late',
                title: t('insight.ageing.late'),
                isEnd: true,
                isSpare: true,
                cell: ({ daysLate }: Line) => <span className="figures">{daysLate ?? ''}</span>,
              },
            ]
          : []),
        {
          name: 'amount',
          title: t('insight.ageing.amount'),
          isEnd: true,
          cell: ({ amount }) => <Money amount={amount} isAligned />,
        },
      ]}
    />
  )
}
