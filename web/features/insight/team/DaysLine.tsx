import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Money } from '../../../ui/Money.tsx'
import { FigureCell } from '../FigureStrip.tsx'
import type { Figure } from '../insight.ts'
import { itemsAddress } from '../rows/address.ts'

export type DaysFigures = {
  readonly currency: string
  readonly overdueMinor: number
  readonly figures: readonly Figure[]
  /** Of sales that they look at. */
  readonly days: number
}

type DaysLineProps = {
  readonly row: DaysFigures
  /** Whose; left out it is everybody's, 'none' is what nobody sold. */
  readonly seller?: string
}

/** Days of sales beside the best that they could be: what is not yet due is nobody's delay. */
export function DaysLine({ row, seller }: DaysLineProps) {
  const t = useT()
  const { currency, overdueMinor, figures, days } = row
  const rows = itemsAddress({ currency, bucket: 'overdue', seller })
  return (
    <div className="grid grid-cols-2 items-baseline-last gap-x-4 gap-y-2 text-13 sm:grid-cols-3">
      {figures.map((figure) => (
        <FigureCell
          key={figure.name}
          search={{ currency }}
          figure={figure}
          currency={currency}
          days={days}
        />
      ))}
      <div className="min-w-0">
        <span className="block text-12 text-soft">{t('insight.names.overdue')}</span>
        <Link
          to="/insight/rows"
          search={{ currency, rows }}
          className="mt-0.5 block truncate text-16 font-strong underline-offset-2 hover:underline 2xl:text-20"
        >
          <Money amount={{ minor: overdueMinor, currency }} />
        </Link>
      </div>
    </div>
  )
}
