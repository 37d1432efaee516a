import { type T, useT } from '../../../language/texts.ts'
import { nearDayText } from '../../../ui/DayText.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { Money } from '../../../ui/Money.tsx'
import { type Reader, useReader } from '../../../ui/reader.ts'
import type { Plan } from './standing.ts'

type Instalment = Plan['instalments'][number]

/** No instalment of it is waited for any more. */
const OVER: ReadonlySet<Plan['state']> = new Set([
  'accelerated',
  'replaced',
  'withdrawn',
  'refused',
])

/** Each instalment with its day, what came for it, and what that means. */
export function PlanProgress({ plan }: { readonly plan: Plan }) {
  const t = useT()
  const reader = useReader()
  const { currency } = plan.total
  return (
    <ol
      aria-label={t('plans.fields.instalments')}
      className="rounded-8 shadow-[inset_0_0_0_1px_var(--color-line)]"
    >
      {plan.instalments.map((instalment) => (
        <li
          key={instalment.number}
          className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-b border-line px-3 py-1.5 last:border-0"
        >
          <span className="figures text-faint">{instalment.number}</span>
          <span className="min-w-0">
            {nearDayText(t, instalment.dueOn, reader.today, reader.locale)}
            <span className="text-soft"> · {cameText(t, instalment, { plan, reader })}</span>
          </span>
          <Money amount={{ minor: instalment.minor, currency }} isAligned />
        </li>
      ))}
    </ol>
  )
}

function cameText(
  t: T,
  { state, minor, receivedMinor, dueOn }: Instalment,
  { plan, reader }: { readonly plan: Plan; readonly reader: Reader },
) {
  const came = moneyText({ minor: receivedMinor, currency: plan.total.currency }, reader.locale)
  if (state === 'kept') return t('plans.progress.kept')
  if (state === 'broken') return t('plans.progress.broken')
  if (state === 'partly_kept') return t('plans.progress.part', { amount: came })
  if (receivedMinor > 0 && receivedMinor < minor) return t('plans.progress.soFar', { amount: came })
  if (OVER.has(plan.state)) return t('plans.progress.over')
  return dueOn < reader.today ? t('plans.progress.late') : t('plans.progress.toCome')
}
