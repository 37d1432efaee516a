import type { Day } from '../../../../kernel/day.ts'

type Draft = {
  readonly kind: 'conversation' | 'acknowledgement'
  readonly talk: { readonly on: Day } | null
  readonly promiseId: string | null
  readonly planId: string | null
}

type Item = { readonly openMinor: number; readonly disputedMinor: number }

/** Why a draft cannot be put to anybody to sign; null when it can. */
export function draftRefusalOf(draft: Draft, items: readonly Item[], today: Day) {
  if (draft.promiseId !== null && draft.planId !== null) return 'one_commitment_only'
  if (draft.talk !== null && draft.talk.on > today) return 'talk_in_the_future'
  if (draft.kind === 'conversation') return draft.talk === null ? 'no_conversation' : null
  const acknowledges = items.some(({ openMinor, disputedMinor }) => openMinor > disputedMinor)
  return acknowledges ? null : 'nothing_to_acknowledge'
}
