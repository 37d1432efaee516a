import { listRules, listTargets, readHabits, type NOTICE_EVENTS } from '#contract/notifying'

import type { ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'

export type Rule = ReplyOf<typeof listRules>['rules'][number]
export type RuleFields = Omit<Rule, 'id' | 'isShipped'>
export type Habits = ReplyOf<typeof readHabits>
export type Target = ReplyOf<typeof listTargets>['targets'][number]
type EventName = (typeof NOTICE_EVENTS)[number]
type Underscored<Name extends string> = Name extends `${infer Subject}.${infer Verb}`
  ? `${Subject}_${Verb}`
  : never

export const rules = asking(listRules, {})
export const habits = asking(readHabits, {})
export const targets = asking(listTargets, {})

/** The place of an event's name among the texts, whose addresses have no dots of their own. */
export function eventKey<Name extends EventName>(name: Name): Underscored<Name> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- event names have one dot
  return name.replace('.', '_') as Underscored<Name>
}
