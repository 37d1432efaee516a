import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { Money } from '../../ui/Money.tsx'
import { useReader } from '../../ui/reader.ts'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { type InsightSearch, ofCurrency, type Sellers, sellersOf } from './insight.ts'
import { itemsAddress, type RowsSearch } from './rows/address.ts'
import { daysText } from './value-text.ts'

type SellersCardProps = { readonly search: InsightSearch; readonly currency: string }

/** The same figures by who sold: the rows sum to the whole. */
export function SellersCard({ search, currency }: SellersCardProps) {
  const t = useT()
  return (
    <section>
      <h2 className="text-13 font-strong">{t('insight.sellers.title')}</h2>
      <p className="mt-0.5 mb-2 text-13 text-soft">{t('insight.sellers.text')}</p>
      <Loaded query={useQuery(sellersOf(search))} rows={5}>
        {({ currencies }) => {
          const sellers = ofCurrency(currencies, currency)
          return sellers ? <SellersTable sellers={sellers} search={search} /> : null
        }}
      </Loaded>
    </section>
  )
}

type SellersTableProps = { readonly sellers: Sellers; readonly search: InsightSearch }

function SellersTable({ sellers, search }: SellersTableProps) {
  const t = useT()
  const { locale } = useReader()
  const { currency, rows, total } = sellers
  const money = (minor: number) => <Money amount={{ minor, currency }} isAligned hasCode={false} />
  const behind = (row: Sellers['rows'][number], bucket: string) => ({
    ...search,
    currency,
    rows: itemsAddress({
      entity: search.entity,
      currency,
      asOf: search.asOf,
      bucket,
      seller: row.seller?.id ?? 'none',
    }),
  })
  const days = (value: number | null) => (value === null ? '–' : daysText(value, locale))
  return (
    <SimpleTable
      label={t('insight.sellers.title')}
      rows={rows}
      keyOf={({ seller }) => seller?.id ?? ''}
      columns={[
        {
          name: 'seller',
          title: t('insight.sellers.who'),
          cell: ({ seller }) =>
            seller?.name ?? <span className="text-faint">{t('insight.sellers.nobody')}</span>,
        },
        {
          name: 'owed',
          title: t('insight.names.owed'),
          isEnd: true,
          isSpare: true,
          cell: (row) => <Behind search={behind(row, 'owed')}>{money(row.owedMinor)}</Behind>,
        },
        {
          name: 'overdue',
          title: t('insight.names.overdue'),
          isEnd: true,
          cell: (row) => <Behind search={behind(row, 'overdue')}>{money(row.overdueMinor)}</Behind>,
        },
        {
          name: 'sales',
          title: t('insight.inputs.sales'),
          isEnd: true,
          isSpare: true,
          cell: ({ salesMinor }) => money(salesMinor),
        },
        {
          name: 'dso',
          title: t('insight.sellers.dso'),
          isEnd: true,
          cell: ({ dso }) => <span className="figures">{days(dso)}</span>,
        },
        {
          name: 'delay',
          title: t('insight.sellers.delay'),
          isEnd: true,
          isSpare: true,
          cell: ({ weightedDelay }) => <span className="figures">{days(weightedDelay)}</span>,
        },
      ]}
      foot={
        <tfoot>
          <tr className="h-10 border-t border-line-strong font-strong">
            <th scope="row" className="px-3 pl-4 text-left">
              {t('ui.table.total')}
            </th>
            <td className="hidden px-3 text-right lg:table-cell">{money(total.owedMinor)}</td>
            <td className="px-3 text-right">{money(total.overdueMinor)}</td>
            <td className="hidden px-3 text-right lg:table-cell">{money(total.salesMinor)}</td>
            <td>{'\u00A0'}</td>
            <td className="hidden lg:table-cell">{'\u00A0'}</td>
          </tr>
        </tfoot>
      }
    />
  )
}

type BehindProps = { readonly search: RowsSearch; readonly children: ReactNode }

function Behind({ search, children }: BehindProps) {
  return (
    <Link to="/insight/rows" search={search} className="underline-offset-2 hover:underline">
      {children}
    </Link>
  )
}
