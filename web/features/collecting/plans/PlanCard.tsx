import { useState } from 'react'

import { withdrawPlan } from '#contract/collecting/desk/plans'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { WithdrawDialog } from '../commitments/WithdrawDialog.tsx'
import { SignedChip } from '../records/SignedChip.tsx'
import { PlanProgress } from './PlanProgress.tsx'
import { PlanState } from './PlanState.tsx'
import { type Plan, standingText } from './standing.ts'

/** One plan: where it stands in words, what came for each instalment, and what it covers. */
export function PlanCard({ plan }: { readonly plan: Plan }) {
  const t = useT()
  const reader = useReader()
  const member = useMember()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { state, total, items, note, proposedBy, proposedAt, accelerates } = plan
  const isOpen = state === 'agreed' || state === 'awaiting_approval'
  return (
    <li className="flex flex-col gap-2.5 rounded-8 bg-surface p-4 text-13 shadow-raised">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          <Money amount={total} className="text-16 font-strong" />
          <span className="block text-soft">{standingText(t, plan, reader)}</span>
        </p>
        <span className="flex shrink-0 flex-wrap justify-end gap-1">
          <SignedChip recordId={plan.signedRecordId} />
          <PlanState state={state} />
        </span>
      </div>
      <PlanProgress plan={plan} />
      <p className="text-12 text-soft">
        {t('plans.card.covers', { numbers: items.map(({ number }) => number).join(', ') })}
        {state === 'broken' && ` ${t(accelerates ? 'plans.card.wholeDue' : 'plans.card.restDue')}`}
      </p>
      {note !== '' && (
        <blockquote className="border-l-2 border-line-strong pl-3 break-words">
          <q>{note}</q>
        </blockquote>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-12 text-faint">
          {proposedBy && <>{t('plans.card.by', { name: proposedBy.name })} · </>}
          <InstantText at={proposedAt} />
        </span>
        {isOpen && may(member, 'plans.propose') && (
          <Button variant="quiet" onClick={() => setWithdrawing(true)}>
            {t('customer.commitments.withdraw')}
          </Button>
        )}
      </div>
      {isWithdrawing && <WithdrawPlan planId={plan.id} onClose={() => setWithdrawing(false)} />}
    </li>
  )
}

type WithdrawPlanProps = { readonly planId: string; readonly onClose: () => void }

function WithdrawPlan({ planId, onClose }: WithdrawPlanProps) {
  const t = useT()
  const { send, isBusy, problem } = useSending(withdrawPlan, () => {
    say(t('plans.card.withdrawn'))
    onClose()
  })
  return (
    <WithdrawDialog
      title={t('plans.card.withdrawTitle')}
      text={t('plans.card.withdrawText')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={(why) => send({ params: { planId }, body: { why } })}
    />
  )
}
