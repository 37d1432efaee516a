import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { percentText } from '../../ui/format/number.ts'
import { Money } from '../../ui/Money.tsx'
import { useReader } from '../../ui/reader.ts'
import { type InsightSearch, ofCurrency, type TopDebtors, topDebtorsOf } from './insight.ts'

type TopDebtorsCardProps = { readonly search: InsightSearch; readonly currency: string }

/** Who owes most of what is overdue. */
export function TopDebtorsCard({ search, currency }: TopDebtorsCardProps) {
  const t = useT()
  return (
    <Card title={t('insight.top.title')} hasPadding={false}>
      <Loaded query={useQuery(topDebtorsOf(search))} rows={8}>
        {({ currencies }) => {
          const top = ofCurrency(currencies, currency)
          return top && top.rows.length > 0 ? (
            <Debtors top={top} />
          ) : (
            <p className="px-4 pb-4 text-13 text-soft">{t('insight.top.none')}</p>
          )
        }}
      </Loaded>
    </Card>
  )
}

function Debtors({ top }: { readonly top: TopDebtors }) {
  const t = useT()
  const { locale } = useReader()
  return (
    <ol>
      {top.rows.map(({ customer, owner, overdueMinor, daysLate, share }) => (
        <li
          key={customer.id}
          className="grid grid-cols-[minmax(0,1fr)_auto_3rem] items-baseline gap-x-3 border-t border-line px-4 py-2 text-13"
        >
          <span className="min-w-0">
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              className="block truncate font-medium underline-offset-2 hover:underline"
            >
              {customer.name}
            </Link>
            <span className="block truncate text-12 text-soft">
              {[t('ui.due.late', { count: daysLate }), owner?.name].filter(Boolean).join(' · ')}
            </span>
          </span>
          <Money amount={{ minor: overdueMinor, currency: top.currency }} isAligned />
          <span className="figures text-right text-soft">{percentText(share / 100, locale)}</span>
        </li>
      ))}
    </ol>
  )
}
