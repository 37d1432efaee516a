import { addDays, type Day } from '../../../kernel/day.ts'
import type { Limits, PlaybookContent, Step } from './content.ts'

/** A step at its place in the ladder of a debt. */
export type Rung = {
  readonly step: Step
  /** From 0, in the order of time; compares steps of one playbook. */
  readonly place: number
  /** 0 before the due day, then 1, 2, 3…: compares steps of different playbooks. */
  readonly level: number
}

/** The steps placed by the due day, in the order of time. Steps that follow events are no rungs. */
export function ladderOf(content: PlaybookContent): Rung[] {
  const placed = content.steps.filter(({ event }) => event === null)
  const before = placed.filter(isBeforeDue).length
  return placed
    .toSorted((a, b) => a.offsetDays - b.offsetDays)
    .map((step, place) => ({
      step,
      place,
      level: isBeforeDue(step) ? 0 : place - before + 1,
    }))
}

export function isBeforeDue(step: Pick<Step, 'offsetDays'>): boolean {
  return step.offsetDays < 0
}

/** The day of a step by its offset alone; the contact's weekends and holidays may move it. */
export function dayOfRung({ step }: Rung, dueOn: Day): Day {
  return addDays(dueOn, step.offsetDays)
}

/** A step is due from its day on; a step before the due day lapses when the due day is over. */
export function isRungDue({ step }: Pick<Rung, 'step'>, dueOn: Day, on: Day): boolean {
  if (isBeforeDue(step) && on > dueOn) return false
  return dueOn <= daysBefore(on, step.offsetDays)
}

let remembered: { on: Day | null; days: Map<number, Day> } = { on: null, days: new Map() }

/** So many days before a day: a run asks it of one day, a million times. */
export function daysBefore(on: Day, days: number): Day {
  if (remembered.on !== on) remembered = { on, days: new Map() }
  const known = remembered.days.get(days)
  if (known) return known
  const before = addDays(on, -days)
  remembered.days.set(days, before)
  return before
}

/** Amounts that a step is for: any currency within its limits suffices, nothing is converted. */
export function isForAmounts(
  step: Pick<Step, 'floor' | 'ceiling'>,
  amounts: ReadonlyMap<string, number>,
): boolean {
  for (const [currency, minor] of amounts) {
    if (minor >= (step.floor[currency] ?? 0) && minor <= (step.ceiling[currency] ?? Infinity)) {
      return true
    }
  }
  return false
}

/** Whether any amount is above its limit; a currency without a limit is never above. */
export function isAboveAny(limits: Limits, amounts: ReadonlyMap<string, number>): boolean {
  for (const [currency, minor] of amounts) {
    const limit = limits[currency]
    if (limit !== undefined && minor > limit) return true
  }
  return false
}
