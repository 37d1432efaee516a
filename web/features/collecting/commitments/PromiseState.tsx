import type { listPromises } from '#contract/collecting/desk/promises'

import type { ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { Chip, type Tone } from '../../../ui/Chip.tsx'

type Promised = ReplyOf<typeof listPromises>['rows'][number]
type State = Promised['state']

const TONES: Readonly<Record<State, Tone>> = {
  open: 'brand',
  kept: 'came',
  partly_kept: 'soon',
  broken: 'act',
  withdrawn: 'plain',
}

/** One whose day is over waits for the payments of that day before it is judged. */
export function PromiseState({ state, awaitsPaymentsOf }: PromiseStateProps) {
  const t = useT()
  return (
    <Chip tone={TONES[state]}>
      {awaitsPaymentsOf
        ? t('mandates.promise.awaiting')
        : t(`customer.commitments.states.${state}`)}
    </Chip>
  )
}

type PromiseStateProps = Pick<Promised, 'state' | 'awaitsPaymentsOf'>
