import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'

import { EXPECTED_BASES } from '#contract/insight'

import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { shortDay } from '../../ui/format/day.ts'
import { roundMoneyText } from '../../ui/format/money.ts'
import { Money } from '../../ui/Money.tsx'
import { useReader } from '../../ui/reader.ts'
import { type Expected, expectedOf, type InsightSearch, ofCurrency } from './insight.ts'

type ExpectedCardProps = { readonly search: InsightSearch; readonly currency: string }

const FILL = { promise: 'bg-age-5', habit: 'bg-age-3', due_day: 'bg-age-1' } as const

/** Cash to expect week by week, and what it rests on. */
export function ExpectedCard({ search, currency }: ExpectedCardProps) {
  return (
    <Card>
      <Loaded query={useQuery(expectedOf(search))} rows={5}>
        {({ currencies }) => {
          const expected = ofCurrency(currencies, currency)
          return expected ? <Weeks expected={expected} /> : null
        }}
      </Loaded>
    </Card>
  )
}

function Weeks({ expected }: { readonly expected: Expected }) {
  const t = useT()
  const { locale, today } = useReader()
  const { currency, weeks, overdueByHabitMinor, thisWeek } = expected
  const most = Math.max(1, ...weeks.map(({ minor }) => minor))
  const nameOf = ({ from, to }: Expected['weeks'][number]) =>
    `${shortDay(from, today, locale)} – ${shortDay(to, today, locale)}`
  const money = (minor: number) => <Money amount={{ minor, currency }} />
  return (
    <div className="flex flex-col gap-4">
      <ChartFrame
        title={t('insight.expected.title')}
        head={[
          t('insight.expected.week'),
          ...EXPECTED_BASES.map((basis) => t(`insight.expected.bases.${basis}`)),
          t('insight.expected.all'),
        ]}
        rows={weeks.map((week) => [
          nameOf(week),
          ...EXPECTED_BASES.map((basis) => money(minorOf(week, basis))),
          money(week.minor),
        ])}
        chart={
          <div className="flex flex-col gap-3">
            <ul className="flex flex-col gap-2">
              {weeks.map((week, index) => (
                <li
                  key={week.from}
                  className="grid grid-cols-[7.5rem_minmax(0,1fr)_auto] items-center gap-3 text-13"
                >
                  <span className={clsx('figures', index === 0 ? 'font-medium' : 'text-soft')}>
                    {index === 0 ? t('insight.expected.thisWeek') : nameOf(week)}
                  </span>
                  <span aria-hidden className="flex h-5 gap-px">
                    {EXPECTED_BASES.map((basis) => (
                      <span
                        key={basis}
                        className={clsx('h-full first:rounded-l-4 last:rounded-r-4', FILL[basis])}
                        style={{ width: `${(minorOf(week, basis) / most) * 100}%` }}
                      />
                    ))}
                  </span>
                  <WeekFigure week={week} name={nameOf(week)} currency={currency} />
                </li>
              ))}
            </ul>
            <Legend />
          </div>
        }
      />
      {overdueByHabitMinor > 0 && (
        <p className="text-13 text-pretty text-soft">
          {t('insight.expected.notHere', {
            amount: roundMoneyText({ minor: overdueByHabitMinor, currency }, locale),
          })}
        </p>
      )}
      <ThisWeek rows={thisWeek} currency={currency} />
    </div>
  )
}

type WeekFigureProps = {
  readonly week: Expected['weeks'][number]
  readonly name: string
  readonly currency: string
}

function WeekFigure({ week, name, currency }: WeekFigureProps) {
  const t = useT()
  const { locale } = useReader()
  return (
    <Figure
      label={name}
      arithmetic={{
        lines: EXPECTED_BASES.map((basis, index) => ({
          label: t(`insight.expected.bases.${basis}`),
          note: t(`insight.expected.basisHints.${basis}`),
          value: <Money amount={{ minor: minorOf(week, basis), currency }} hasCode={false} />,
          ...(index === 0 ? {} : { sign: '+' as const }),
        })),
        result: <Money amount={{ minor: week.minor, currency }} />,
      }}
    >
      <span className="figures">{roundMoneyText({ minor: week.minor, currency }, locale)}</span>
    </Figure>
  )
}

function minorOf({ bases }: Expected['weeks'][number], basis: (typeof EXPECTED_BASES)[number]) {
  return bases.find((known) => known.basis === basis)?.minor ?? 0
}

function Legend() {
  const t = useT()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-soft">
      {EXPECTED_BASES.map((basis) => (
        <li key={basis} className="flex items-center gap-1.5">
          <span aria-hidden className={clsx('size-2.5 rounded-[2px]', FILL[basis])} />
          {t(`insight.expected.bases.${basis}`)}
        </li>
      ))}
    </ul>
  )
}

type ThisWeekProps = { readonly rows: Expected['thisWeek']; readonly currency: string }

function ThisWeek({ rows, currency }: ThisWeekProps) {
  const t = useT()
  if (rows.length === 0) return null
  return (
    <details className="text-13">
      <summary className="w-fit rounded-4 font-medium text-soft hover:text-ink pointer-coarse:py-3">
        {t('insight.expected.who', { count: rows.length })}
      </summary>
      <ul className="mt-2">
        {rows.map(({ customer, on, minor, basis }) => (
          <li
            key={`${customer.id}/${on}/${basis}/${minor}`}
            className="flex items-baseline gap-3 border-b border-line py-1.5 last:border-b-0"
          >
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              className="min-w-0 flex-1 truncate font-medium underline-offset-2 hover:underline"
            >
              {customer.name}
            </Link>
            <span className="text-12 text-faint max-sm:hidden">
              {t(`insight.expected.bases.${basis}`)}
            </span>
            <span className="text-soft">
              <DayText day={on} />
            </span>
            <Money amount={{ minor, currency }} isAligned />
          </li>
        ))}
      </ul>
    </details>
  )
}
