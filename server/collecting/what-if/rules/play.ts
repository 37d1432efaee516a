import { addDays, type Day } from '../../../kernel/day.ts'
import { decide } from '../../gate/rules/decide.ts'
import type {
  AnswerFact,
  CustomerFacts,
  GateContext,
  ItemFact,
  PromiseFact,
  ReachedFact,
} from '../../gate/rules/facts.ts'

/** An item with the days on which something was set against it. */
export type PastItem = Omit<ItemFact, 'openMinor'> & {
  readonly issuedOn: Day
  readonly totalMinor: number
  readonly allocations: readonly { readonly on: Day; readonly minor: number }[]
}

type Span = { readonly from: Day; readonly to: Day | null }

/** A customer with what happened day by day, as far as it pauses reminders. */
export type PastCustomer = Omit<
  CustomerFacts,
  'items' | 'reached' | 'promises' | 'disputes' | 'holds' | 'isBusinessDay' | 'lastContactOn'
> & {
  readonly items: readonly PastItem[]
  readonly promises: readonly (Omit<PromiseFact, 'state' | 'judgedOn'> & Span)[]
  readonly disputes: readonly (CustomerFacts['disputes'][number] & Span)[]
  readonly holds: readonly (CustomerFacts['holds'][number] & Span)[]
  readonly isBusinessDay: (on: Day) => boolean
}

export type Played = {
  readonly on: Day
  readonly kind: 'message' | 'task'
  readonly stepKey: string
  readonly name: string
}

/**
 * Plays a playbook through from one day to another as if it had been in force all the time: money came
 * when it came, and what is open today stays open.
 */
export function play(
  past: PastCustomer,
  context: Omit<GateContext, 'day' | 'freshness'>,
  { from, to }: { from: Day; to: Day },
): Played[] {
  const played: Played[] = []
  const reached: ReachedFact[] = []
  const openTasks: { kind: string; cycle: string | null }[] = []
  const answers: AnswerFact[] = []
  let lastContactOn: Day | null = null
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!past.isBusinessDay(day)) continue
    const items = itemsOn(past.items, day)
    if (!items.some(({ openMinor }) => openMinor > 0)) continue
    const facts = { ...factsOn(past, day), items, reached, openTasks, answers, lastContactOn }
    const decision = decide(facts, { ...context, day, freshness: null })
    if (decision.kind !== 'message' && decision.kind !== 'task') {
      if (decision.kind !== 'decision_needed') continue
      played.push({ on: day, kind: 'task', stepKey: 'decision_needed', name: '' })
    } else {
      const { step } = decision
      played.push({ on: day, kind: decision.kind, stepKey: step.key, name: step.name })
      // Who has nobody to be reached keeps the one task that looks for an address.
      if (decision.taskKind === 'contact') openTasks.push({ kind: 'contact', cycle: null })
      else if (decision.channel !== 'notice') lastContactOn = day
      answers.push({ cycle: decision.cycle, stepKey: step.key })
    }
    const playbookId = decision.chosen.playbook.id
    for (const { openItemId, stepKey, level, dueOn } of decision.claims) {
      reached.push({ openItemId, playbookId, stepKey, level, cycleDueOn: dueOn, reachedOn: day })
    }
  }
  return played
}

function itemsOn(items: readonly PastItem[], day: Day): ItemFact[] {
  return items.flatMap(({ allocations, totalMinor, issuedOn, ...item }) => {
    if (issuedOn > day) return []
    const openMinor = allocations.reduce(
      (open, { on, minor }) => (on <= day ? open - minor : open),
      totalMinor,
    )
    return openMinor === 0 ? [] : [{ ...item, openMinor }]
  })
}

function factsOn(
  past: PastCustomer,
  day: Day,
): Omit<CustomerFacts, 'items' | 'reached' | 'lastContactOn'> {
  const isOn = ({ from, to }: Span) => from <= day && (to === null || day <= to)
  return {
    ...past,
    isBusinessDay: true,
    promises: past.promises
      .filter(isOn)
      .map((promise) => ({ ...promise, state: 'open' as const, judgedOn: null })),
    disputes: past.disputes.filter(isOn),
    holds: past.holds.filter(isOn),
  }
}
