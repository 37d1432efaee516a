import { rehearseDraft } from '#contract/collecting/what-if'

import type { ReplyOf } from '../../../api/call.ts'
import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChartFrame } from '../../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../../ui/charts/LineChart.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { numberText } from '../../../ui/format/number.ts'
import { useReader } from '../../../ui/reader.ts'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'

type Rehearsed = ReplyOf<typeof rehearseDraft>

type RehearsalProps = { readonly playbookId: string; readonly isChanged: boolean }

/** What would have gone and what will go, the playbook in force against the draft. Nothing is sent. */
export function Rehearsal({ playbookId, isChanged }: RehearsalProps) {
  const t = useT()
  const rehearse = useDoing(rehearseDraft)
  return (
    <Card
      title={t('playbooks.rehearse.title')}
      beside={
        <Button
          isBusy={rehearse.isPending}
          whyNot={isChanged ? t('playbooks.saveFirst') : undefined}
          onClick={() => rehearse.mutate({ params: { id: playbookId } })}
        >
          {t('playbooks.rehearse.do')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="max-w-160 text-13 text-soft">{t('playbooks.rehearse.text')}</p>
        {rehearse.error && (
          <Banner tone="act" isBox>
            {sentenceOf(rehearse.error)}
          </Banner>
        )}
        {rehearse.data && <Outcome rehearsed={rehearse.data} />}
      </div>
    </Card>
  )
}

function Outcome({ rehearsed }: { readonly rehearsed: Rehearsed }) {
  const t = useT()
  const { locale, today } = useReader()
  const { customers, played, steps } = rehearsed
  const weeks = weeksOf(rehearsed)
  const names = weeks.map(({ on }) => shortDay(on, today, locale))
  return (
    <div aria-live="polite" className="flex flex-col gap-4">
      {played < customers && (
        <p className="text-12 text-faint">
          {t('playbooks.rehearse.sample', { played, customers })}
        </p>
      )}
      <ChartFrame
        title={t('playbooks.rehearse.weeks')}
        head={[
          t('playbooks.rehearse.week'),
          t('playbooks.rehearse.old'),
          t('playbooks.rehearse.new'),
        ]}
        rows={weeks.map((week, index) => [names[index], week.old, week.new])}
        chart={
          <LineChart
            label={t('playbooks.rehearse.weeks')}
            points={names}
            valueText={(value) => numberText(value, locale)}
            lines={[
              { name: t('playbooks.rehearse.new'), values: weeks.map((week) => week.new) },
              {
                name: t('playbooks.rehearse.old'),
                values: weeks.map((week) => week.old),
                isQuiet: true,
              },
            ]}
          />
        }
      />
      <SimpleTable
        label={t('playbooks.rehearse.steps')}
        rows={steps}
        keyOf={({ stepKey }) => stepKey}
        columns={[
          { name: 'name', title: t('playbooks.rehearse.step'), cell: ({ name }) => name },
          {
            name: 'old',
            title: t('playbooks.rehearse.old'),
            isEnd: true,
            cell: (step) => <span className="figures">{numberText(step.old, locale)}</span>,
          },
          {
            name: 'new',
            title: t('playbooks.rehearse.new'),
            isEnd: true,
            cell: (step) => (
              <span className="figures font-medium">{numberText(step.new, locale)}</span>
            ),
          },
        ]}
      />
    </div>
  )
}

const WEEK_DAYS = 7

/** A hundred days are many: weeks show what changes. Messages and tasks together. */
function weeksOf({ days }: Rehearsed) {
  return Array.from({ length: Math.ceil(days.length / WEEK_DAYS) }, (_, index) => {
    const week = days.slice(index * WEEK_DAYS, (index + 1) * WEEK_DAYS)
    const sum = (side: 'old' | 'new') =>
      week.reduce((whole, day) => whole + day[side].messages + day[side].tasks, 0)
    return week.slice(0, 1).map(({ on }) => ({ on, old: sum('old'), new: sum('new') }))
  }).flat()
}
