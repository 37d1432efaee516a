import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

import { Loaded } from '../../frame/Loaded.tsx'
import { type T, useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { BarStack, type StackPart } from '../../ui/charts/BarStack.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { roundMoneyText } from '../../ui/format/money.ts'
import { percentText } from '../../ui/format/number.ts'
import { Money } from '../../ui/Money.tsx'
import { useReader } from '../../ui/reader.ts'
import { type Ageing, ageingOf, type InsightSearch, ofCurrency } from './insight.ts'
import { itemsAddress, type RowsSearch } from './rows/address.ts'

type AgeingCardProps = { readonly search: InsightSearch; readonly currency: string }
type Totals = Ageing['totals'][number]

/** What is owed by how late it is, as one bar. */
export function AgeingCard({ search, currency }: AgeingCardProps) {
  return (
    <Card>
      <Loaded query={useQuery(ageingOf(search))} rows={4}>
        {(ageing) => {
          const totals = ofCurrency(ageing.totals, currency)
          return totals ? <Chart ageing={ageing} totals={totals} search={search} /> : null
        }}
      </Loaded>
    </Card>
  )
}

type ChartProps = {
  readonly ageing: Ageing
  readonly totals: Totals
  readonly search: InsightSearch
}

function Chart({ ageing, totals, search }: ChartProps) {
  const t = useT()
  const { locale } = useReader()
  const navigate = useNavigate()
  const { currency } = totals
  const parts = partsOf(t, ageing, totals)
  const whole = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const open = (bucket: string) => () =>
    void navigate({ to: '/insight/rows', search: rowsOfBucket(search, currency, bucket) })
  const stack: StackPart[] = parts.map(({ name, value, bucket }) => ({
    name,
    value,
    text: roundMoneyText({ minor: value, currency }, locale),
    onOpen: open(bucket),
  }))
  const money = (minor: number) => <Money amount={{ minor, currency }} />
  return (
    <ChartFrame
      title={t('insight.ageing.title')}
      beside={<Balance totals={totals} />}
      head={[t('insight.ageing.late'), t('insight.ageing.amount'), t('insight.ageing.share')]}
      rows={[
        ...parts.map(({ name, value }) => [
          name,
          money(value),
          percentText(whole === 0 ? 0 : Math.max(0, value) / whole, locale),
        ]),
        [t('insight.ageing.credit'), money(totals.creditMinor), ''],
        [t('insight.ageing.onAccount'), money(-totals.onAccountMinor), ''],
        [t('insight.ageing.balance'), money(totals.balanceMinor), ''],
      ]}
      chart={<BarStack parts={stack} />}
    />
  )
}

/** What remains when credits and money on account are taken off. */
function Balance({ totals }: { readonly totals: Totals }) {
  const t = useT()
  const { currency, creditMinor, onAccountMinor, balanceMinor } = totals
  const money = (minor: number) => <Money amount={{ minor, currency }} hasCode={false} />
  return (
    <Figure
      label={t('insight.ageing.balance')}
      arithmetic={{
        lines: [
          {
            label: t('insight.ageing.allInvoices'),
            value: money(balanceMinor - creditMinor + onAccountMinor),
          },
          { label: t('insight.ageing.credit'), value: money(creditMinor), sign: '+' },
          { label: t('insight.ageing.onAccount'), value: money(onAccountMinor), sign: '−' },
        ],
        result: <Money amount={{ minor: balanceMinor, currency }} />,
      }}
    >
      <span className="text-12 text-soft">{t('insight.ageing.balance')} </span>
      <span className="text-13 font-medium">
        <Money amount={{ minor: balanceMinor, currency }} />
      </span>
    </Figure>
  )
}

/** The open items of a bucket, on the day and in the company of the page. */
function rowsOfBucket(search: InsightSearch, currency: string, bucket: string): RowsSearch {
  const { entity, asOf } = search
  return { ...search, currency, rows: itemsAddress({ entity, currency, asOf, bucket }) }
}

function partsOf(t: T, { bounds }: Ageing, totals: Totals) {
  const buckets = totals.bucketsMinor.map((value, index) => {
    const from = (bounds[index - 1] ?? 0) + 1
    const to = bounds[index]
    const name =
      to === undefined
        ? t('insight.ageing.over', { days: from - 1 })
        : t('insight.ageing.range', { from, to })
    return { name, value, bucket: String(index + 1) }
  })
  return [
    { name: t('insight.ageing.notDue'), value: totals.notDueMinor, bucket: 'not_due' },
    ...buckets,
  ]
}
