import { lazy, Suspense, useState } from 'react'

import { withdrawPlan } from '#contract/collecting/desk/plans'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { WithdrawDialog } from '../commitments/WithdrawDialog.tsx'
import type { Plan } from './standing.ts'

const loadPlanDialog = async () => ({
  default: (await import('../desk/dialogs/PlanDialog.tsx')).PlanDialog,
})
const PlanDialog = lazy(loadPlanDialog)
const loadAccelerateDialog = async () => ({
  default: (await import('./AccelerateDialog.tsx')).AccelerateDialog,
})
const AccelerateDialog = lazy(loadAccelerateDialog)

type PlanActionsProps = { readonly plan: Plan }
type Doing = 'withdraw' | 'accelerate' | 'replace'

/** What may be done with a plan as it stands, by whom it is. */
export function PlanActions({ plan }: PlanActionsProps) {
  const t = useT()
  const member = useMember()
  const { today } = useReader()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const can = canDo(plan, today)
  const mayPropose = may(member, 'plans.propose')
  const subject = { customerId: plan.customer.id, name: plan.customer.name }
  const replaces = { id: plan.id, currency: plan.total.currency }
  return (
    <span className="flex flex-wrap justify-end gap-1 print:hidden">
      {can.accelerate && may(member, 'plans.accelerate') && (
        <Button variant="quiet" onClick={() => setDoing('accelerate')}>
          {t('plans.card.accelerate')}
        </Button>
      )}
      {can.replace && mayPropose && (
        <Button variant="quiet" onClick={() => setDoing('replace')}>
          {t('plans.card.replace')}
        </Button>
      )}
      {can.withdraw && mayPropose && (
        <Button variant="quiet" onClick={() => setDoing('withdraw')}>
          {t('customer.commitments.withdraw')}
        </Button>
      )}
      {doing === 'withdraw' && <WithdrawPlan planId={plan.id} onClose={close} />}
      {doing === 'accelerate' && (
        <Suspense>
          <AccelerateDialog plan={plan} onClose={close} />
        </Suspense>
      )}
      {doing === 'replace' && (
        <Suspense>
          <PlanDialog subject={subject} replaces={replaces} onClose={close} onDone={close} />
        </Suspense>
      )}
    </span>
  )
}

/** What its state allows; the server asks again. */
function canDo(plan: Plan, today: string): Readonly<Record<Doing, boolean>> {
  const { state, accelerates, openMinor, instalments, replacedById } = plan
  const isInDefault = state === 'broken' && accelerates && openMinor > 0
  return {
    withdraw: state === 'agreed' || state === 'awaiting_approval',
    accelerate: isInDefault && instalments.some(({ dueOn }) => dueOn >= today),
    replace:
      (state === 'agreed' || state === 'broken' || state === 'accelerated') &&
      openMinor > 0 &&
      replacedById === null,
  }
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
