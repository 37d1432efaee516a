import type { Instant } from '../kernel/day.ts'
import { ALWAYS, type Audience } from './rules/tell.ts'

type Shipped = {
  readonly shippedAs: string
  readonly name: string
  readonly events: readonly string[]
  readonly people: readonly Audience[]
}

/** Few and quiet: only what somebody waits for or must act on, and only inside Goodterms. */
const SHIPPED: readonly Shipped[] = [
  {
    shippedAs: 'promise_broken',
    name: 'A promise was not kept',
    events: ['promise.broken'],
    people: ['owner', 'collector', 'handler'],
  },
  {
    shippedAs: 'dispute_answered',
    name: 'A colleague answered about a dispute',
    events: ['dispute.answered', 'dispute.time_asked'],
    people: ['handler'],
  },
  {
    shippedAs: 'ball_moves',
    name: 'A customer changed hands between sales and finance',
    events: [
      'ball.handed_over',
      'ball.taken',
      'ball.passed',
      'ball.returned',
      'ball.returned_by_clock',
    ],
    people: ['owner', 'collector'],
  },
  {
    shippedAs: 'ball_clock',
    name: 'A customer went back to finance because the time was over',
    events: ['ball.returned_by_clock'],
    people: ['manager'],
  },
]

/** The rules that an organisation begins with. */
export function shippedRules(organisationId: string, ids: () => string, at: Instant) {
  return SHIPPED.map((rule) => ({
    ...rule,
    id: ids(),
    organisationId,
    events: [...rule.events],
    people: [...rule.people],
    condition: JSON.stringify(ALWAYS),
    named: [],
    channels: ['in_app'],
    pace: 'now' as const,
    createdAt: at,
    changedAt: at,
  }))
}
