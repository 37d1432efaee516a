import type { Action } from '../../../frame/action.ts'
import type { DeskActions } from '../desk/use-desk.tsx'

/** What this person can do with the ball now: give it back, take it, or pass it to the seller. */
export function ballAction({ takeBack, takeOver, handOver }: DeskActions): Action {
  if (takeBack.whyNot === undefined) return takeBack
  return takeOver.whyNot === undefined ? takeOver : handOver
}
