import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { type Plan, PLAN_TONES } from './standing.ts'

type PlanStateProps = { readonly plan: Pick<Plan, 'state' | 'signedRecordId'> }

/** Where a plan stands; one that runs without a signature says so. */
export function PlanState({ plan: { state, signedRecordId } }: PlanStateProps) {
  const t = useT()
  const isUnsigned = state === 'agreed' && signedRecordId === null
  return (
    <Chip tone={PLAN_TONES[state]}>{t(`plans.states.${isUnsigned ? 'unsigned' : state}`)}</Chip>
  )
}
