import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { MandateLeft } from '../mandates/MandateLeft.tsx'
import { emptyPlan } from '../plans/offer.ts'
import { PlanFields } from '../plans/PlanFields.tsx'
import type { StepProps } from './step-props.ts'

/** The parts that they would pay in, and what may be agreed on without asking. */
export function PlanStep({ form, draft, onChange }: StepProps) {
  const t = useT()
  const isFree = draft.kind === 'short_of_cash'
  const plan = draft.plan ?? emptyPlan(draft.currency)
  return (
    <div className="flex flex-col gap-4">
      {isFree && (
        <Checkbox
          label={t('outcome.withPlan')}
          hint={t('outcome.withPlanHint')}
          isChecked={draft.plan !== null}
          onChange={(isChecked) => onChange({ plan: isChecked ? emptyPlan(draft.currency) : null })}
        />
      )}
      {(!isFree || draft.plan !== null) && (
        <>
          <MandateLeft customerId={form.customer.id} currency={plan.currency} />
          <PlanFields
            customerId={form.customer.id}
            currency={plan.currency}
            value={plan}
            onChange={(next) => onChange({ plan: next })}
          />
        </>
      )}
    </div>
  )
}
