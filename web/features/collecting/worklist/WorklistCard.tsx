import { useT } from '../../../language/texts.ts'
import { Money } from '../../../ui/Money.tsx'
import { ReasonChips } from '../desk/ReasonChips.tsx'
import type { WorklistRow } from './worklist.ts'

/** One customer on the list: who, how much is late, since when, and why they are here. */
export function WorklistCard({ row }: { readonly row: WorklistRow }) {
  const t = useT()
  const late = row.standings.find(({ overdueMinor }) => overdueMinor > 0)
  const main = late ?? row.standings[0]
  const others = row.standings.length - 1
  return (
    <span className="flex h-full flex-col justify-center gap-1">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate text-14 font-medium">{row.customer.name}</span>
        {main && (
          <span className="shrink-0 text-14">
            <Money
              amount={{ minor: late ? main.overdueMinor : main.owedMinor, currency: main.currency }}
            />
            {others > 0 && <span className="figures ml-1 text-12 text-faint">+{others}</span>}
          </span>
        )}
      </span>
      <span className="flex items-center justify-between gap-3">
        <ReasonChips reasons={row.reasons} most={2} />
        {row.daysLate > 0 && (
          <span className="figures shrink-0 text-12 text-soft">
            {t('ui.due.late', { count: row.daysLate })}
          </span>
        )}
      </span>
    </span>
  )
}
