import type { Instant } from '../kernel/day.ts'
import { ALWAYS, type Audience, type Channel, type Pace } from './rules/tell.ts'
import type { ShippedRule } from './words/types.ts'
import { noticeWords } from './words/words.ts'

type Shipped = {
  readonly shippedAs: ShippedRule
  readonly events: readonly string[]
  readonly people: readonly Audience[]
  readonly channels: readonly Channel[]
  /** When mail goes; inside Goodterms it is told at once. */
  readonly pace: Pace
}

const INSIDE = { channels: ['in_app'], pace: 'now' } as const
/** For what is answered from the mail itself, by people who may have no login. */
const BY_MAIL = { channels: ['in_app', 'email'], pace: 'now' } as const
/** For what the clock did at night. */
const IN_THE_MORNING = { channels: ['in_app', 'email'], pace: 'daily' } as const

/**
 * Few and quiet: only what somebody waits for or must act on. By mail goes what is asked of one
 * person, and that a customer changed hands by itself.
 */
const SHIPPED: readonly Shipped[] = [
  {
    shippedAs: 'promise_broken',
    events: ['promise.broken', 'promise.partly_kept', 'plan.broken', 'plan.accelerated'],
    people: ['owner', 'collector', 'handler'],
    ...INSIDE,
  },
  {
    shippedAs: 'dispute_answered',
    events: ['dispute.answered', 'dispute.time_asked'],
    people: ['handler'],
    ...INSIDE,
  },
  {
    shippedAs: 'dispute_overdue',
    events: ['dispute.overdue', 'dispute.reopened'],
    people: ['handler', 'handler_manager', 'manager'],
    ...INSIDE,
  },
  {
    shippedAs: 'ball_moves',
    events: [
      'ball.handed_over',
      'ball.taken',
      'ball.passed',
      'ball.returned',
      'ball.returned_by_clock',
    ],
    people: ['owner', 'collector'],
    ...INSIDE,
  },
  {
    shippedAs: 'meeting_tomorrow',
    events: ['meeting.tomorrow'],
    people: ['owner'],
    ...INSIDE,
  },
  {
    shippedAs: 'ball_clock',
    events: ['ball.returned_by_clock'],
    people: ['owner', 'handler', 'collector', 'manager'],
    ...IN_THE_MORNING,
  },
  {
    shippedAs: 'ball_asked',
    events: ['ball.handed_over', 'ball.offered'],
    people: ['owner'],
    ...BY_MAIL,
  },
  {
    shippedAs: 'ball_answered',
    events: ['ball.declined', 'ball.offer_lapsed'],
    people: ['collector', 'handler'],
    ...INSIDE,
  },
  {
    shippedAs: 'ball_rings',
    events: ['ball.rings_soon'],
    people: ['handler'],
    ...IN_THE_MORNING,
  },
  {
    shippedAs: 'approval_asked',
    events: ['approval.asked'],
    people: ['decider'],
    ...BY_MAIL,
  },
  {
    shippedAs: 'approval_decided',
    events: ['approval.approved', 'approval.refused', 'approval.expired'],
    people: ['handler'],
    ...INSIDE,
  },
]

type Beginning = { readonly id: string; readonly language: string }

/** The rules that an organisation begins with. */
export function shippedRules(organisation: Beginning, ids: () => string, at: Instant) {
  const { id: organisationId, language } = organisation
  const { rules } = noticeWords(language)
  return SHIPPED.map((rule) => ({
    ...rule,
    name: rules[rule.shippedAs],
    id: ids(),
    organisationId,
    events: [...rule.events],
    people: [...rule.people],
    condition: JSON.stringify(ALWAYS),
    named: [],
    channels: [...rule.channels],
    createdAt: at,
    changedAt: at,
  }))
}
