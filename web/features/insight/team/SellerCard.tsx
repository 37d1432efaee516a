import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { Sellers } from '../insight.ts'
import { itemsAddress } from '../rows/address.ts'
import { daysText } from '../value-text.ts'
import { MatterRows } from './MatterRows.tsx'
import { matters, type Team, type TeamSeller, waitingOf } from './team.ts'

type Figures = Sellers['rows'][number] & { readonly currency: string }

type SellerCardProps = {
  readonly one: TeamSeller
  readonly spans: Omit<Team, 'sellers'>
  readonly figures: readonly Figures[]
}

export function SellerCard({ one, spans, figures }: SellerCardProps) {
  const t = useT()
  const { seller, counts } = one
  return (
    <Card title={seller?.name ?? t('team.nobody')} className="h-full">
      {waitingOf(one) === 0 ? (
        <p className="text-13 text-soft">{t('team.nothing')}</p>
      ) : (
        <ul className="-mx-2">
          {matters
            .filter((matter) => counts[matter] > 0)
            .map((matter) => (
              <li key={matter}>
                <MatterRows
                  matter={matter}
                  sellerId={seller?.id ?? null}
                  count={counts[matter]}
                  spans={spans}
                />
              </li>
            ))}
        </ul>
      )}
      {figures.map((row) => (
        <DsoLine key={row.currency} row={row} />
      ))}
    </Card>
  )
}

/** Days of sales beside the best that they could be: what is not yet due is nobody's delay. */
function DsoLine({ row }: { readonly row: Figures }) {
  const t = useT()
  const { locale } = useReader()
  const { currency, dso, bpdso, overdueMinor, seller } = row
  const days = (value: number | null) => (value === null ? '–' : daysText(value, locale))
  const rows = itemsAddress({ currency, bucket: 'overdue', seller: seller?.id ?? 'none' })
  return (
    <dl className="mt-3 grid grid-cols-3 gap-x-4 border-t border-line pt-3 text-13">
      <Term name={t('insight.names.dso')}>{t('team.days', { days: days(dso) })}</Term>
      <Term name={t('team.best')}>{t('team.days', { days: days(bpdso) })}</Term>
      <Term name={t('insight.names.overdue')}>
        <Link
          to="/insight/rows"
          search={{ currency, rows }}
          className="font-medium underline-offset-2 hover:underline"
        >
          <Money amount={{ minor: overdueMinor, currency }} />
        </Link>
      </Term>
    </dl>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{name}</dt>
      <dd className="figures mt-0.5">{children}</dd>
    </div>
  )
}
