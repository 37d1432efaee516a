import { AUDIENCES, CHANNELS, NOTICE_EVENTS } from '#contract/notifying'

import type { T } from '../../language/texts.ts'
import type { Rule, RuleFields } from './notifying.ts'

export const NEW_RULE: RuleFields = {
  name: '',
  events: [],
  condition: { minAmountMinor: {}, minDaysLate: null, segment: null, lane: null, customers: [] },
  people: [],
  named: [],
  channels: ['in_app'],
  targetId: null,
  pace: 'now',
  isOn: true,
  isMine: false,
}

/** A rule as its form has it, without what only the server says. */
export function draftOf({ id: _id, isShipped: _shipped, ...fields }: Rule): RuleFields {
  return fields
}

/** What is still missing before a rule can be kept. */
export function missingIn(draft: RuleFields, t: T): string | undefined {
  const { name, events, people, named, channels, targetId, isMine } = draft
  const isPost = channels.includes('webhook')
  if (name.trim() === '') return t('notifications.nameFirst')
  if (events.length === 0) return t('notifications.eventsFirst')
  if (channels.length === 0) return t('notifications.channelsFirst')
  if (isPost && targetId === null) return t('notifications.targetFirst')
  const tellsNobody = people.length === 0 || (people.includes('named') && named.length === 0)
  return !isMine && !isPost && tellsNobody ? t('notifications.peopleFirst') : undefined
}

/** With or without one of a list. */
export function toggled<Item>(items: readonly Item[], item: Item, isIn: boolean): Item[] {
  const others = items.filter((other) => other !== item)
  return isIn ? [...others, item] : others
}

export function isEvent(text: string): text is RuleFields['events'][number] {
  return NOTICE_EVENTS.some((name) => name === text)
}

export function isAudience(text: string): text is RuleFields['people'][number] {
  return AUDIENCES.some((name) => name === text)
}

export const WAYS = CHANNELS
