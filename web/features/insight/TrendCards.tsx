import { useQuery } from '@tanstack/react-query'

import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { shortDay } from '../../ui/format/day.ts'
import { Money } from '../../ui/Money.tsx'
import { useReader } from '../../ui/reader.ts'
import { compactMoney } from './compact.ts'
import { type InsightSearch, ofCurrency, type TrendPoint, trendOf } from './insight.ts'
import { daysText } from './value-text.ts'

type TrendCardsProps = { readonly search: InsightSearch; readonly currency: string }

/** A year at a glance: what is overdue, and how many days of sales are owed. */
export function TrendCards({ search, currency }: TrendCardsProps) {
  const query = useQuery(trendOf(search))
  return (
    <Loaded query={query} rows={5}>
      {({ currencies }) => {
        const points = ofCurrency(currencies, currency)?.points ?? []
        if (points.length === 0) return null
        return (
          <div className="grid gap-4 xl:grid-cols-2">
            <OverdueTrend points={points} currency={currency} />
            <DsoTrend points={points} />
          </div>
        )
      }}
    </Loaded>
  )
}

type OverdueTrendProps = { readonly points: readonly TrendPoint[]; readonly currency: string }

function OverdueTrend({ points, currency }: OverdueTrendProps) {
  const t = useT()
  const { locale, today } = useReader()
  const names = points.map(({ on }) => shortDay(on, today, locale))
  return (
    <Card>
      <ChartFrame
        title={t('insight.trend.overdue')}
        head={[t('insight.trend.on'), t('insight.names.owed'), t('insight.names.overdue')]}
        rows={points.map(({ owedMinor, overdueMinor }, index) => [
          names[index],
          <Money key="owed" amount={{ minor: owedMinor, currency }} />,
          <Money key="overdue" amount={{ minor: overdueMinor, currency }} />,
        ])}
        chart={
          <LineChart
            label={t('insight.trend.overdue')}
            points={names}
            valueText={(value) => compactMoney(value, currency, locale)}
            lines={[
              {
                name: t('insight.names.overdue'),
                values: points.map(({ overdueMinor }) => overdueMinor),
              },
              {
                name: t('insight.names.owed'),
                values: points.map(({ owedMinor }) => owedMinor),
                isQuiet: true,
              },
            ]}
          />
        }
      />
    </Card>
  )
}

function DsoTrend({ points }: { readonly points: readonly TrendPoint[] }) {
  const t = useT()
  const { locale, today } = useReader()
  const names = points.map(({ on }) => shortDay(on, today, locale))
  const text = (days: number | null) => (days === null ? '–' : daysText(days, locale))
  return (
    <Card>
      <ChartFrame
        title={t('insight.trend.dso')}
        head={[t('insight.trend.on'), t('insight.names.dso'), t('insight.names.bpdso')]}
        rows={points.map(({ dso, bpdso }, index) => [names[index], text(dso), text(bpdso)])}
        chart={
          <LineChart
            label={t('insight.trend.dso')}
            points={names}
            valueText={(value) => daysText(Math.round(value), locale)}
            lines={[
              { name: t('insight.trend.dsoLine'), values: points.map(({ dso }) => dso) },
              {
                name: t('insight.trend.bpdsoLine'),
                values: points.map(({ bpdso }) => bpdso),
                isQuiet: true,
              },
            ]}
          />
        }
      />
    </Card>
  )
}
