import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'

import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { type Sellers, sellersOf } from '../insight.ts'
import { DaysLine } from './DaysLine.tsx'
import { SellerCard } from './SellerCard.tsx'
import { byWaiting, keyOfSeller, teamOf } from './team.ts'

/** Each seller with what waits there, whoever needs most help first. */
export function TeamList() {
  const t = useT()
  const { currencies = [], days = 0 } = useQuery(sellersOf({})).data ?? {}
  return (
    <Loaded query={useQuery(teamOf)} rows={8}>
      {({ sellers, ...spans }) =>
        sellers.length === 0 ? (
          <EmptyState icon={Users} title={t('team.none')} text={t('team.noneText')} />
        ) : (
          <>
            <p className="mb-4 max-w-130 text-13 text-pretty text-soft">{t('team.text')}</p>
            {sellers.length > 1 && currencies.length > 0 && (
              <Card title={t('team.all')} className="mb-4">
                <div className="flex flex-col gap-4">
                  {currencies.map(({ currency, total }) => (
                    <DaysLine key={currency} row={{ currency, days, ...total }} />
                  ))}
                </div>
              </Card>
            )}
            <ul className="grid gap-4 lg:grid-cols-2">
              {sellers.toSorted(byWaiting).map((one) => (
                <li key={keyOfSeller(one)}>
                  <SellerCard
                    one={one}
                    spans={spans}
                    figures={figuresOf(currencies, one.seller, days)}
                  />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}

function figuresOf(
  currencies: readonly Sellers[],
  seller: { readonly id: string } | null,
  days: number,
) {
  return currencies.flatMap(({ currency, rows }) => {
    const row = rows.find((one) => (one.seller?.id ?? null) === (seller?.id ?? null))
    return row ? [{ currency, days, ...row }] : []
  })
}
