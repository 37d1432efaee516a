import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import type { RunReport } from './run.ts'

const OUTCOMES = [
  'accepted',
  'unknown',
  'refused',
  'bounced',
  'suppressed',
  'dropped',
  'failed',
  'tasksMade',
] as const

/** How far the sending is, and afterwards what became of it. */
export function RunProgress({ run }: { readonly run: RunReport }) {
  const t = useT()
  const { progress } = run
  const done = progress.messages - progress.waiting
  const waits = [
    progress.waitingForHours > 0 && t('run.progress.hours', { count: progress.waitingForHours }),
    progress.waitingForApproval > 0 &&
      t('run.progress.approval', { count: progress.waitingForApproval }),
  ].filter(Boolean)
  return (
    <Card title={t('run.report.title')}>
      {run.state === 'sending' && (
        <div className="mb-4" aria-live="polite">
          <Progress
            label={t('run.progress.label')}
            share={progress.messages === 0 ? null : done / progress.messages}
            detail={t('run.progress.of', { done, all: progress.messages })}
          />
          {waits.length > 0 && <p className="mt-1 text-12 text-soft">{waits.join(' · ')}</p>}
        </div>
      )}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        {OUTCOMES.filter((name) => name === 'accepted' || progress[name] > 0).map((name) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-13 text-soft">{t(`run.report.${name}`)}</dt>
            <dd className={name === 'unknown' ? 'figures text-20 text-act' : 'figures text-20'}>
              {progress[name]}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
