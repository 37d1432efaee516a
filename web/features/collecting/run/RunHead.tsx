import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { clockTime } from '../../../ui/format/day.ts'
import { Moneys } from '../../../ui/Moneys.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { RunReport } from './run.ts'

const COUNTS = ['message', 'decisionNeeded', 'task', 'held'] as const

/** What the day comes to: how many go, how many do not, what they ask for, and whether that is usual. */
export function RunHead({ run }: { readonly run: RunReport }) {
  const t = useT()
  const { counts, totals, usual, isUnusual } = run.plan
  return (
    <div className="flex flex-col gap-3">
      {isUnusual && usual !== null && (
        <Banner tone="act" isBox>
          {t('run.head.unusual', { usual })}
        </Banner>
      )}
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-8 bg-line shadow-raised lg:grid-cols-[repeat(4,minmax(0,1fr))_minmax(12rem,1.4fr)]">
        {COUNTS.map((name) => (
          <div key={name} className="bg-surface px-4 py-3">
            <div className="figures text-28 leading-tight font-strong">{counts[name]}</div>
            <div className="text-13 text-soft">{t(`run.head.${name}`)}</div>
            {name === 'message' && (
              <div className="text-12 text-faint">
                {usual === null ? t('run.head.noUsual') : t('run.head.usual', { count: usual })}
              </div>
            )}
          </div>
        ))}
        <div className="col-span-2 bg-surface px-4 py-3 lg:col-span-1">
          <div className="text-13 text-soft">{t('run.head.asking')}</div>
          <div className="mt-1 flex text-14 font-medium">
            <Moneys amounts={totals} isAligned most={4} />
          </div>
        </div>
      </div>
      <WhoAndWhen run={run} />
    </div>
  )
}

function WhoAndWhen({ run }: { readonly run: RunReport }) {
  const t = useT()
  const { locale, zone } = useReader()
  const { plannedAt, approvedAt, approvedBy } = run
  return (
    <p className="text-12 text-faint">
      {plannedAt && t('run.head.planned', { when: clockTime(plannedAt, locale, zone) })}
      {approvedAt && approvedBy && ' · '}
      {approvedAt &&
        approvedBy &&
        t('run.head.approved', {
          name: approvedBy.name,
          when: clockTime(approvedAt, locale, zone),
        })}
    </p>
  )
}
