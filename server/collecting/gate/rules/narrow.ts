import { addDays, type Day } from '../../../kernel/day.ts'
import type { Playbook } from '../../playbooks/rules/content.ts'
import { ladderOf, type Rung } from '../../playbooks/rules/ladder.ts'
import { EVENT_LAPSES_AFTER_DAYS } from './events.ts'
import { DECISION_LEVEL } from './exhausted.ts'

/**
 * Which items may have something due, as bounds that one pass of SQL can apply: everything that a
 * decision could touch, and little else.
 */
export type Narrowing = {
  /**
   * At place n the latest due day whose next step has come for an item that reached level n − 1;
   * the first place is for items that reached nothing. Null where no further step exists.
   */
  readonly dueUntil: readonly (Day | null)[]
  /** An item of at least this level, reached by that day, may need a decision. */
  readonly endLevel: number
  readonly endReachedUntil: Day
  /** Payments and broken promises from this day on may be answered. */
  readonly eventsFrom: Day
}

export function narrowingOf(playbooks: readonly Playbook[], day: Day): Narrowing {
  const ladders = playbooks.map(({ content }) => ladderOf(content))
  const highest = Math.max(0, ...ladders.flat().map(({ level }) => level))
  const levels = Array.from({ length: highest + 2 }, (_, place) => place - 1)
  const eventOffsets = playbooks.flatMap(({ content }) =>
    content.steps.filter(({ event }) => event !== null).map(({ offsetDays }) => offsetDays),
  )
  const decisionDays = playbooks.map(({ content }) => content.decisionAfterDays)
  return {
    dueUntil: levels.map((level) => {
      const offsets = ladders.flatMap((ladder) =>
        rungsAfter(ladder, level).map(({ step }) => step.offsetDays),
      )
      return offsets.length === 0 ? null : addDays(day, -Math.min(...offsets))
    }),
    endLevel: Math.min(DECISION_LEVEL, ...ladders.map(earliestEndOf)),
    endReachedUntil: addDays(day, -Math.min(0x7fff, ...decisionDays)),
    eventsFrom: addDays(day, -(Math.max(0, ...eventOffsets) + EVENT_LAPSES_AFTER_DAYS)),
  }
}

/** Several steps before the due day share level 0: all but the first may follow one of them. */
function rungsAfter(ladder: readonly Rung[], level: number): readonly Rung[] {
  if (level === 0) return ladder.filter((rung) => rung.place > 0)
  return ladder.filter((rung) => rung.level > level)
}

/** The lowest level at which a ladder can end: steps with limits are not for every amount. */
function earliestEndOf(ladder: readonly Rung[]): number {
  const unlimited = ladder.findLast(
    ({ step }) => Object.keys({ ...step.floor, ...step.ceiling }).length === 0,
  )
  return Math.max(1, unlimited?.level ?? 1)
}
