import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChartNoAxesCombined } from 'lucide-react'

import { may, useMember } from '../../api/session.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { buttonLook } from '../../ui/button-look.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { longDay } from '../../ui/format/day.ts'
import { useReader } from '../../ui/reader.ts'
import { companies } from '../ledger/companies/companies.ts'
import { AgeingCard } from './AgeingCard.tsx'
import { ExpectedCard } from './ExpectedCard.tsx'
import { FigureStrip } from './FigureStrip.tsx'
import {
  currencyShown,
  type Figures,
  figuresOf,
  type InsightSearch,
  ofCurrency,
} from './insight.ts'
import { InsightBar } from './InsightBar.tsx'
import { SellersCard } from './SellersCard.tsx'
import { TopDebtorsCard } from './TopDebtorsCard.tsx'
import { TrendCards } from './TrendCards.tsx'

type InsightProps = {
  readonly search: InsightSearch
  readonly onSearch: (search: InsightSearch) => void
}

/** How the money stands, in few drawings. One currency at a time: two are never added. */
export function Insight({ search, onSearch }: InsightProps) {
  const { organisation } = useMember()
  const figures = useQuery(figuresOf(search))
  const { data: known } = useQuery(companies)
  const currencies = figures.data?.currencies.map(({ currency }) => currency) ?? []
  const currency = currencyShown(currencies, [search.currency, organisation.reportingCurrency])
  return (
    <div className="flex flex-col gap-4">
      <InsightBar
        search={search}
        currencies={currencies}
        currency={currency}
        entities={known?.entities ?? []}
        onSearch={onSearch}
      />
      <Loaded query={figures} rows={10}>
        {(data) => <Drawings search={search} figures={data} currency={currency} />}
      </Loaded>
    </div>
  )
}

type DrawingsProps = {
  readonly search: InsightSearch
  readonly figures: Figures
  readonly currency: string | null
}

function Drawings({ search, figures, currency }: DrawingsProps) {
  const t = useT()
  const { locale } = useReader()
  const canImport = may(useMember(), 'imports.apply')
  if (currency === null) {
    return (
      <EmptyState
        icon={ChartNoAxesCombined}
        title={t('insight.none')}
        text={t('insight.noneText')}
        action={
          canImport && (
            <Link to="/import" className={buttonLook('primary')}>
              {t('insight.bringIn')}
            </Link>
          )
        }
      />
    )
  }
  return (
    <>
      {search.asOf !== undefined && (
        <Banner isBox>{t('insight.asOf.banner', { day: longDay(search.asOf, locale) })}</Banner>
      )}
      <FigureStrip
        search={search}
        figures={ofCurrency(figures.currencies, currency)?.figures ?? []}
        currency={currency}
        period={figures}
      />
      <AgeingCard search={search} currency={currency} />
      <TrendCards search={search} currency={currency} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {search.asOf === undefined && <ExpectedCard search={search} currency={currency} />}
        {search.asOf === undefined && <TopDebtorsCard search={search} currency={currency} />}
      </div>
      <SellersCard search={search} currency={currency} />
    </>
  )
}
