import { useT } from '../../../language/texts.ts'
import { InstantText } from '../../../ui/InstantText.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { SignedChip } from '../records/SignedChip.tsx'
import { PlanActions } from './PlanActions.tsx'
import { PlanProgress } from './PlanProgress.tsx'
import { PlanState } from './PlanState.tsx'
import { type Plan, standingText } from './standing.ts'

/** One plan: where it stands in words, what came for each instalment, and what it covers. */
export function PlanCard({ plan }: { readonly plan: Plan }) {
  const t = useT()
  const reader = useReader()
  const { state, total, items, note, endedWhy, proposedBy, proposedAt, accelerates } = plan
  return (
    <li className="flex flex-col gap-2.5 rounded-8 bg-surface p-4 text-13 shadow-raised">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <Money amount={total} className="text-16 font-strong" />
          <span className="block text-soft">{standingText(t, plan, reader)}</span>
        </p>
        <span className="flex shrink-0 flex-wrap justify-end gap-1">
          <SignedChip recordId={plan.signedRecordId} />
          <PlanState plan={plan} />
        </span>
      </div>
      <PlanProgress plan={plan} />
      <p className="text-12 text-soft">
        {t('plans.card.covers', { numbers: items.map(({ number }) => number).join(', ') })}
        {state === 'broken' && ` ${t(accelerates ? 'plans.card.wholeDue' : 'plans.card.restDue')}`}
        {plan.replacesId !== null && ` ${t('plans.card.inPlaceOf')}`}
        {state !== 'replaced' &&
          plan.replacedById !== null &&
          ` ${t('plans.card.replacementWaits')}`}
      </p>
      {[note, endedWhy]
        .filter((words) => words !== '')
        .map((words) => (
          <blockquote key={words} className="border-l-2 border-line-strong pl-3 break-words">
            <q>{words}</q>
          </blockquote>
        ))}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-12 text-faint">
          {proposedBy && <>{t('plans.card.by', { name: proposedBy.name })} · </>}
          <InstantText at={proposedAt} />
        </span>
        <PlanActions plan={plan} />
      </div>
    </li>
  )
}
