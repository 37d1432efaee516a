import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'

import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { type Sellers, sellersOf } from '../insight.ts'
import { SellerCard } from './SellerCard.tsx'
import { byWaiting, keyOfSeller, teamOf } from './team.ts'

/** Each seller with what waits there, whoever needs most help first. */
export function TeamList() {
  const t = useT()
  const figures = useQuery(sellersOf({})).data?.currencies ?? []
  return (
    <Loaded query={useQuery(teamOf)} rows={8}>
      {({ sellers, ...spans }) =>
        sellers.length === 0 ? (
          <EmptyState icon={Users} title={t('team.none')} text={t('team.noneText')} />
        ) : (
          <>
            <p className="mb-4 max-w-130 text-13 text-pretty text-soft">{t('team.text')}</p>
            <ul className="grid gap-4 lg:grid-cols-2">
              {sellers.toSorted(byWaiting).map((one) => (
                <li key={keyOfSeller(one)}>
                  <SellerCard one={one} spans={spans} figures={figuresOf(figures, one.seller)} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}

function figuresOf(currencies: readonly Sellers[], seller: { readonly id: string } | null) {
  return currencies.flatMap(({ currency, rows }) => {
    const row = rows.find((one) => (one.seller?.id ?? null) === (seller?.id ?? null))
    return row ? [{ currency, ...row }] : []
  })
}
