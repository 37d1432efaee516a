import type { listPromises } from '#contract/collecting/desk/promises'

import type { ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { Chip, type Tone } from '../../../ui/Chip.tsx'

type State = ReplyOf<typeof listPromises>['rows'][number]['state']

const TONES: Readonly<Record<State, Tone>> = {
  open: 'brand',
  kept: 'came',
  partly_kept: 'soon',
  broken: 'act',
  withdrawn: 'plain',
}

export function PromiseState({ state }: { readonly state: State }) {
  const t = useT()
  return <Chip tone={TONES[state]}>{t(`customer.commitments.states.${state}`)}</Chip>
}
