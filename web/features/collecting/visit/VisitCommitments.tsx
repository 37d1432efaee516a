import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { Money } from '../../../ui/Money.tsx'
import { BriefPart } from '../worklist/BriefPart.tsx'
import type { VisitBrief } from './visit.ts'

type PartProps = { readonly brief: VisitBrief }

/** What they promised and how it ended. */
export function VisitPromises({ brief: { promises, level } }: PartProps) {
  const t = useT()
  return (
    <BriefPart
      title={t('visit.promises')}
      beside={
        level > 0 && (
          <span className="text-12 font-medium text-soon">
            {t('visit.level', { count: level })}
          </span>
        )
      }
    >
      {promises.length === 0 && <p className="text-soft">{t('visit.noPromises')}</p>}
      <ul>
        {promises.map(({ id, amount, promisedFor, state }) => (
          <li key={id} className="flex justify-between gap-3 py-0.5">
            <span>
              <DayText day={promisedFor} />{' '}
              <span className="text-soft">· {t(`customer.commitments.states.${state}`)}</span>
            </span>
            <Money amount={amount} isAligned />
          </li>
        ))}
      </ul>
    </BriefPart>
  )
}

/** What they do not accept: it is not asked for. */
export function VisitDisputes({ brief: { disputes } }: PartProps) {
  const t = useT()
  return (
    <BriefPart title={t('visit.disputes')}>
      {disputes.length === 0 && <p className="text-soft">{t('visit.noDisputes')}</p>}
      <ul>
        {disputes.map(({ id, number, reason, amount, note }) => (
          <li key={id} className="py-0.5">
            <span className="flex justify-between gap-3">
              <span className="min-w-0">
                {number} <span className="text-soft">· {t(`desk.dispute.reasons.${reason}`)}</span>
              </span>
              <Money amount={amount} isAligned />
            </span>
            {note !== '' && <span className="line-clamp-2 text-12 text-soft">{note}</span>}
          </li>
        ))}
      </ul>
    </BriefPart>
  )
}
