import { addDays, type Day } from '../../../kernel/day.ts'
import type { Playbook, StepEvent } from '../../playbooks/rules/content.ts'
import { ladderOf, type Rung } from '../../playbooks/rules/ladder.ts'
import { EVENT_LAPSES_AFTER_DAYS, INVOICE_LAPSES_AFTER_DAYS } from './event/answer.ts'
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
  /** What happened from this day on may be answered. */
  readonly eventsFrom: Day
  /** What any playbook answers; nothing else is looked for. */
  readonly events: ReadonlySet<StepEvent>
  /** Invoices that came from this day on may get a note; null when no playbook has one. */
  readonly arrivedFrom: Day | null
}

export function narrowingOf(playbooks: readonly Playbook[], day: Day): Narrowing {
  const ladders = playbooks.map(({ content }) => ladderOf(content))
  const highest = Math.max(0, ...ladders.flat().map(({ level }) => level))
  const levels = Array.from({ length: highest + 2 }, (_, place) => place - 1)
  const answers = playbooks.flatMap(({ content }) =>
    content.steps.flatMap(({ event, offsetDays }) => (event ? [{ event, offsetDays }] : [])),
  )
  const eventOffsets = answers.map(({ offsetDays }) => offsetDays)
  const notes = answers.filter(({ event }) => event === 'invoice_created')
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
    events: new Set(answers.map(({ event }) => event)),
    arrivedFrom:
      notes.length === 0 ? null : addDays(day, -(lastOf(notes) + INVOICE_LAPSES_AFTER_DAYS)),
  }
}

function lastOf(steps: readonly { readonly offsetDays: number }[]): number {
  return Math.max(...steps.map(({ offsetDays }) => offsetDays))
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
