import type { Kind } from './form.ts'

export const STEPS = ['kind', 'details', 'words', 'check'] as const
export type Step = (typeof STEPS)[number]

/** The questions after a kind of outcome, in their order. */
export function stepsOf(kind: Kind | null): readonly Step[] {
  return kind === 'other' ? ['kind', 'words', 'check'] : STEPS
}

/** The one after or before, or null at the ends. */
export function neighbourOf(step: Step, kind: Kind | null, by: 1 | -1): Step | null {
  const steps = stepsOf(kind)
  return steps[steps.indexOf(step) + by] ?? null
}
