import { useState } from 'react'

import { rehearseDay } from '#contract/collecting/what-if'
import { addDays, type Day } from '#kernel/day.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { nameOfGroup } from './step-names.ts'

type RehearsalProps = {
  readonly legalEntityId: string
  readonly stepNames: ReadonlyMap<string, string>
  readonly onClose: () => void
}

type Rehearsed = ReplyOf<typeof rehearseDay>

/** What a run would decide on another day; nothing is written. */
export function Rehearsal({ legalEntityId, stepNames, onClose }: RehearsalProps) {
  const t = useT()
  const { today } = useReader()
  const [onDay, setDay] = useState<Day | null>(addDays(today, 1))
  const rehearse = useDoing(rehearseDay)
  const start = () => {
    if (!onDay) return
    rehearse.mutate(
      { body: { legalEntityId, onDay } },
      { onError: (error) => void say(sentenceOf(error), { tone: 'act' }) },
    )
  }
  return (
    <Dialog
      isOpen
      isSheet
      onClose={onClose}
      title={t('run.rehearse.title')}
      text={t('run.rehearse.text')}
      actions={
        <Button variant="primary" isBusy={rehearse.isPending} onClick={start}>
          {t('run.rehearse.again')}
        </Button>
      }
    >
      <DateField
        label={t('run.rehearse.day')}
        day={onDay}
        onChange={setDay}
        from={today}
        to={addDays(today, 366)}
      />
      {rehearse.data && <Outcome rehearsed={rehearse.data} stepNames={stepNames} />}
    </Dialog>
  )
}

type OutcomeProps = {
  readonly rehearsed: Rehearsed
  readonly stepNames: ReadonlyMap<string, string>
}

function Outcome({ rehearsed, stepNames }: OutcomeProps) {
  const t = useT()
  return (
    <div className="mt-5 flex flex-col gap-5" aria-live="polite">
      <table className="w-full text-13">
        <tbody>
          {rehearsed.plan.groups.map(({ decision, key, customers, totals }) => (
            <tr key={`${decision}/${key}`} className="border-b border-line align-top">
              <th scope="row" className="py-1.5 pr-3 text-left font-regular">
                <span className="block text-12 text-faint">{t(`run.groups.${decision}`)}</span>
                {nameOfGroup({ decision, key }, stepNames) ?? key}
              </th>
              <td className="figures py-1.5 pr-3 text-right">{customers}</td>
              <td className="py-1.5">
                <Moneys amounts={totals} isAligned most={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <h3 className="mb-1 text-13 font-strong">{t('run.rehearse.first')}</h3>
        <ul className="text-13">
          {rehearsed.entries.slice(0, 30).map((entry) => (
            <li
              key={`${entry.customerId}/${entry.decision}`}
              className="flex justify-between gap-3 border-b border-line py-1.5"
            >
              <span className="min-w-0">
                <span className="block truncate font-medium">{entry.customerName}</span>
                <span className="text-12 text-soft">
                  {entry.stepName ?? t(`run.groups.${entry.decision}`)}
                </span>
              </span>
              <Moneys amounts={entry.totals} isAligned most={2} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
