import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { Money } from '../../../ui/Money.tsx'
import { figuresOf } from '../insight.ts'
import type { RowsSearch } from './address.ts'
import type { Line } from './lines.ts'

type RowsTotalProps = {
  readonly lines: readonly Line[]
  /** No more rows are to come. */
  readonly isWhole: boolean
  readonly search: RowsSearch
}

/** What the rows sum to, beside what the figure says; a difference is named, not hidden. */
export function RowsTotal({ lines, isWhole, search }: RowsTotalProps) {
  const t = useT()
  const term = useTerm(search)
  const currency = lines[0]?.amount.currency ?? 'EUR'
  const minor = lines.reduce((sum, { amount }) => sum + amount.minor, 0)
  const rest = term === null ? 0 : term - minor
  const money = (amount: number) => <Money amount={{ minor: amount, currency }} />
  return (
    <dl className="flex flex-wrap items-baseline gap-x-8 gap-y-2 text-13">
      <div>
        <dt className="text-12 text-soft">
          {t(isWhole ? 'insight.rows.sum' : 'insight.rows.sumSoFar', { count: lines.length })}
        </dt>
        <dd className="text-16 font-strong">{money(minor)}</dd>
      </div>
      {isWhole && rest !== 0 && search.of === 'receivables' && (
        <div>
          <dt className="text-12 text-soft">{t('insight.rows.onAccount')}</dt>
          <dd className="text-16 font-strong">{money(rest)}</dd>
        </div>
      )}
      {term !== null && (rest !== 0 || !isWhole) && (
        <div>
          <dt className="text-12 text-soft">{t('insight.rows.whole')}</dt>
          <dd className="text-16 font-strong">{money(term)}</dd>
        </div>
      )}
    </dl>
  )
}

/** What the figure counts for these rows, where the figures name this address. */
function useTerm(search: RowsSearch): number | null {
  const { of, rows, entity, asOf } = search
  const scope = {
    ...(entity === undefined ? {} : { entity }),
    ...(asOf === undefined ? {} : { asOf }),
  }
  const { data } = useQuery(figuresOf(scope))
  const inputs = (data?.currencies ?? []).flatMap(({ figures }) =>
    figures.flatMap((figure) => figure.inputs),
  )
  return inputs.find((input) => input.name === of && input.rows === rows)?.value ?? null
}
