import { clsx } from 'clsx'

import { useT } from '../../../language/texts.ts'
import type { Step } from './playbooks.ts'
import { stepsOnLine } from './steps.ts'

const MARK = { seller: 'bg-age-2', finance: 'bg-age-4', legal: 'bg-ink' } as const

/** A ladder at a glance: the days and whose step it is. */
export function StepStrip({ steps }: { readonly steps: readonly Step[] }) {
  const t = useT()
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-12 text-soft">
      {stepsOnLine(steps).map(({ key, name, offsetDays, lane }) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <span aria-hidden className={clsx('size-2 rounded-full', MARK[lane])} />
          <span className="figures text-faint">{dayMark(offsetDays)}</span>
          {name}
          <span className="sr-only">, {t(`playbooks.lanes.${lane}`)}</span>
        </span>
      ))}
    </span>
  )
}

/** '+3', '−7', '0': days from the due day. */
export function dayMark(days: number): string {
  if (days === 0) return '0'
  return days > 0 ? `+${days}` : `−${-days}`
}
