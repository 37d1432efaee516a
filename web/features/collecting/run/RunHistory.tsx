import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import type { RunRow } from './run.ts'

/** The days before: what went and what was held. */
export function RunHistory({ runs }: { readonly runs: readonly RunRow[] }) {
  const t = useT()
  if (runs.length === 0) return null
  return (
    <Card title={t('run.history.title')} hasPadding={false}>
      <ul className="border-t border-line">
        {runs.map((run) => (
          <li key={run.id} className="border-b border-line last:border-b-0">
            <Link
              to="/run/$runId"
              params={{ runId: run.id }}
              className="flex min-h-11 flex-wrap items-center gap-x-4 px-4 py-2 text-13 -outline-offset-2 hover:bg-hover"
            >
              <span className="w-24 font-medium">
                <DayText day={run.onDay} />
              </span>
              <span className="flex-1 text-soft">
                {t('run.history.line', {
                  sent: run.plan.counts.message,
                  held: run.plan.counts.held,
                })}
              </span>
              <Chip tone={run.state === 'failed' ? 'act' : 'plain'}>
                {t(`run.state.${run.state}`)}
              </Chip>
              <span className="hidden w-36 justify-end sm:flex">
                <Moneys amounts={run.plan.totals} isAligned most={2} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
