import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { MessageCircleQuestion } from 'lucide-react'

import { useMember } from '../../../api/session.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { useReader } from '../../../ui/reader.ts'
import { currencyShown, ofCurrency } from '../insight.ts'
import { daysText } from '../value-text.ts'
import { CauseBars } from './CauseBars.tsx'
import {
  behind,
  type Causes as Report,
  type CausesOfCurrency,
  causesOf,
  type CausesSearch,
} from './causes.ts'
import { CausesBar } from './CausesBar.tsx'
import { EndsCard } from './EndsCard.tsx'
import { MonthsCard } from './MonthsCard.tsx'

type CausesProps = {
  readonly search: CausesSearch
  readonly onSearch: (search: CausesSearch) => void
}

/** What our own company does that stops customers paying, drawn for reading. */
export function Causes({ search, onSearch }: CausesProps) {
  const t = useT()
  const { today } = useReader()
  const { organisation } = useMember()
  const query = useQuery(causesOf(search, today))
  const currencies = query.data?.currencies.map(({ currency }) => currency) ?? []
  const currency = currencyShown(currencies, [search.currency, organisation.reportingCurrency])
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-160 text-13 text-pretty text-soft">{t('causes.text')}</p>
      <CausesBar search={search} currencies={currencies} currency={currency} onSearch={onSearch} />
      <Loaded query={query} rows={12}>
        {(report) => <Drawn report={report} currency={currency} />}
      </Loaded>
    </div>
  )
}

type DrawnProps = { readonly report: Report; readonly currency: string | null }

function Drawn({ report, currency }: DrawnProps) {
  const t = useT()
  const part = currency === null ? undefined : ofCurrency(report.currencies, currency)
  if (!part) {
    return (
      <EmptyState
        icon={MessageCircleQuestion}
        title={t('causes.none')}
        text={t('causes.noneText')}
      />
    )
  }
  const rowsOf = (of: Parameters<typeof behind>[2]) => behind(report, part.currency, of)
  return (
    <>
      <Summary report={report} part={part} />
      <EndsCard part={part} />
      <CauseBars
        title={t('causes.byReason')}
        currency={part.currency}
        bars={part.reasons.map(({ reason, ...sum }) => ({
          key: reason,
          name: t(`desk.dispute.reasons.${reason}`),
          sum,
          rows: rowsOf({ reason }),
        }))}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <CauseBars
          title={t('causes.byDepartment')}
          currency={part.currency}
          bars={part.departments.map(({ department, ...sum }) => ({
            key: department,
            name: t(`desk.dispute.departments.${department}`),
            sum,
            rows: rowsOf({ department }),
          }))}
        />
        <CauseBars
          title={t('causes.bySeller')}
          text={t('causes.bySellerText')}
          currency={part.currency}
          bars={part.sellers.map(({ seller, ...sum }) => ({
            key: seller?.id ?? 'none',
            name: seller?.name ?? t('causes.nobody'),
            sum,
            rows: rowsOf({ seller: seller?.id ?? 'none' }),
          }))}
        />
      </div>
      <MonthsCard part={part} />
    </>
  )
}

type SummaryProps = { readonly report: Report; readonly part: CausesOfCurrency }

function Summary({ report, part: { whole, currency } }: SummaryProps) {
  const t = useT()
  const { locale } = useReader()
  const amount = moneyText({ minor: whole.minor, currency }, locale)
  return (
    <p className="text-16">
      <Link
        to="/disputes"
        search={behind(report, currency)}
        className="figures font-strong underline-offset-2 hover:underline"
      >
        {t('causes.summary', { count: whole.count, amount })}
      </Link>
      {whole.days !== null && (
        <span className="text-soft">
          {' · '}
          {t('causes.settledIn', { days: daysText(whole.days, locale) })}
        </span>
      )}
    </p>
  )
}
