import { useT } from '../../../language/texts.ts'
import { Money } from '../../../ui/Money.tsx'
import { amountsOf } from './columns.tsx'
import type { CustomerRow } from './customers.ts'

/** A customer on a phone. */
export function CustomerCard({ row }: { readonly row: CustomerRow }) {
  const t = useT()
  const [late] = amountsOf(row.totals, 'overdueMinor')
  const [owed] = amountsOf(row.totals, 'owedMinor')
  const main = late ?? owed
  return (
    <span className="flex h-full flex-col justify-center gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate text-14 font-medium">{row.name}</span>
        {main && <Money amount={main} className="text-14" />}
      </span>
      <span className="flex justify-between gap-3 text-12 text-soft">
        <span className="figures truncate">
          {row.number} · {t(`customers.ball.${row.ball}`)}
        </span>
        {row.daysLate > 0 && (
          <span className="figures shrink-0">{t('ui.due.late', { count: row.daysLate })}</span>
        )}
      </span>
    </span>
  )
}
