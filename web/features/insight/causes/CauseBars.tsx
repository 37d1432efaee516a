import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { ChartFrame } from '../../../ui/charts/ChartFrame.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { DisputeSearch } from '../../collecting/lists/disputes.ts'
import { daysText } from '../value-text.ts'
import type { Sum } from './causes.ts'

export type Bar = {
  readonly key: string
  readonly name: string
  readonly sum: Sum
  readonly rows: DisputeSearch
}

type CauseBarsProps = {
  readonly title: string
  readonly text?: string
  readonly currency: string
  readonly bars: readonly Bar[]
}

/** Bars by amount, each with its name, how often, how long and how it mostly ended. */
export function CauseBars({ title, text, currency, bars }: CauseBarsProps) {
  const t = useT()
  const { locale } = useReader()
  const days = (value: number | null) => (value === null ? '–' : daysText(value, locale))
  const most = Math.max(1, ...bars.map(({ sum }) => sum.minor))
  return (
    <Card>
      <ChartFrame
        title={title}
        head={[title, t('causes.count'), t('causes.amount'), t('causes.days'), t('causes.open')]}
        rows={bars.map(({ key, name, sum, rows }) => [
          <Link key={key} to="/disputes" search={rows} className="hover:underline">
            {name}
          </Link>,
          sum.count,
          <Money key="amount" amount={{ minor: sum.minor, currency }} />,
          days(sum.days),
          sum.ends.find(({ end }) => end === 'open')?.count ?? 0,
        ])}
        chart={
          <>
            {text !== undefined && <p className="text-12 text-pretty text-soft">{text}</p>}
            <ul className="flex flex-col">
              {bars.map((bar) => (
                <BarRow key={bar.key} bar={bar} currency={currency} most={most} />
              ))}
            </ul>
          </>
        }
      />
    </Card>
  )
}

type BarRowProps = { readonly bar: Bar; readonly currency: string; readonly most: number }

function BarRow({ bar: { name, sum, rows }, currency, most }: BarRowProps) {
  const t = useT()
  const { locale } = useReader()
  const said = [
    t('causes.times', { count: sum.count }),
    sum.days !== null && t('causes.settledIn', { days: daysText(sum.days, locale) }),
    mostlyOf(sum) && t('causes.mostly', { what: t(`causes.outcomes.${mostlyOf(sum) ?? 'other'}`) }),
  ].filter(Boolean)
  return (
    <li>
      <Link to="/disputes" search={rows} className="-mx-2 block rounded-6 px-2 py-2 hover:bg-hover">
        <span className="flex items-baseline justify-between gap-3 text-13">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <Money amount={{ minor: sum.minor, currency }} isAligned />
        </span>
        <span aria-hidden className="my-1 block h-2 rounded-full bg-sunken">
          <span
            className="block h-full min-w-1 rounded-full bg-brand"
            style={{ width: `${(sum.minor / most) * 100}%` }}
          />
        </span>
        <span className="block text-12 text-soft">{said.join(' · ')}</span>
      </Link>
    </li>
  )
}

/** How more than half of them ended; null where it cannot be said. */
function mostlyOf({ count, ends }: Sum): Sum['ends'][number]['end'] | null {
  return ends.find((one) => one.end !== 'open' && one.count * 2 > count)?.end ?? null
}
