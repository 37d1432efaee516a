import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { type Plan, PLAN_TONES } from './standing.ts'

export function PlanState({ state }: { readonly state: Plan['state'] }) {
  const t = useT()
  return <Chip tone={PLAN_TONES[state]}>{t(`plans.states.${state}`)}</Chip>
}
