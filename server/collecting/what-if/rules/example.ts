import { addDays, type Day, instantAt, type Instant } from '../../../kernel/day.ts'
import type { Channel, Lane, PlaybookContent } from '../../playbooks/rules/content.ts'
import { dayOfRung, isBeforeDue, ladderOf } from '../../playbooks/rules/ladder.ts'

/** The working days of the place where the customer is. */
export type PlaceDays = {
  readonly nextBusinessDay: (on: Day) => Day
  readonly previousBusinessDay: (on: Day) => Day
}

export type ExampleStep = {
  readonly stepKey: string
  readonly name: string
  readonly lane: Lane
  readonly channel: Channel
  readonly on: Day
  readonly at: Instant
  readonly localTime: string
  readonly movedFrom: Day | null
}

/**
 * What an invoice due on a day gets and when, if nothing comes of it. A step before the due day moves
 * back to a working day, one after it moves on.
 */
export function exampleOf(
  content: PlaybookContent,
  dueOn: Day,
  place: PlaceDays & { readonly timeZone: string },
): { steps: ExampleStep[]; decisionOn: Day | null } {
  const steps = ladderOf(content).map((rung): ExampleStep => {
    const { key, name, lane, channel } = rung.step
    const by = dayOfRung(rung, dueOn)
    const on = isBeforeDue(rung.step) ? place.previousBusinessDay(by) : place.nextBusinessDay(by)
    return {
      stepKey: key,
      name,
      lane,
      channel,
      on,
      at: instantAt(place.timeZone, on, content.sendAt),
      localTime: content.sendAt,
      movedFrom: on === by ? null : by,
    }
  })
  const last = steps.at(-1)
  return { steps, decisionOn: last ? addDays(last.on, content.decisionAfterDays) : null }
}
