import type { PlaybookContent, Segment, Step } from './content.ts'
import { NAMES, type Names } from './names.ts'

const EVERYBODY: Segment = {
  segment: null,
  countries: [],
  tags: [],
  legalForms: [],
  ownerIds: [],
  teamIds: [],
  legalEntityIds: [],
  owedAtLeast: {},
  owedAtMost: {},
  termsDaysAtLeast: null,
  termsDaysAtMost: null,
}

/** Above this a person looks first: ten thousand of the large currencies. */
const LARGE = { EUR: 10_000_00, USD: 10_000_00, GBP: 10_000_00, CHF: 10_000_00 }

/** A courtesy before the due day is for amounts that are worth a thought. */
const WORTH_A_THOUGHT = { EUR: 1_000_00, USD: 1_000_00, GBP: 1_000_00, CHF: 1_000_00 }

const STEP: Omit<Step, 'key' | 'name' | 'offsetDays' | 'templateKey'> = {
  event: null,
  lane: 'finance',
  channel: 'email',
  fallbackChannels: ['call', 'letter'],
  attachesStatement: true,
  floor: {},
  ceiling: {},
  approval: { kind: 'automatic' },
  announces: null,
  isSkippable: true,
}

const CONTENT: Omit<PlaybookContent, 'segment' | 'steps'> = {
  priority: 0,
  progression: 'highest_due',
  catchUp: { kind: 'at_most', stepKey: 'firm' },
  minimumGapDays: null,
  decisionAfterDays: 7,
  decisionWithinDays: 5,
  sendAt: '08:30',
}

export type DefaultPlaybook = { readonly name: string; readonly content: PlaybookContent }

/** The playbooks that Goodterms brings along, named in the organisation's language. */
export function defaultPlaybooks(language: string): DefaultPlaybook[] {
  const names = namesIn(language)
  return [standard(names), keyAccounts(names), consumers(names), courtesyOnly(names)]
}

function namesIn(language: string): Names {
  const known = Object.entries(NAMES).find(([code]) => code === language)
  return known ? known[1] : NAMES.en
}

function standard(names: Names): DefaultPlaybook {
  const steps = [
    courtesy(names),
    email('friendly', names.friendly, 3, 'reminder_friendly'),
    email('firm', names.firm, 14, 'reminder_firm'),
    {
      ...email('final', names.final, 28, 'reminder_final'),
      announces: 'management_call' as const,
      approval: { kind: 'ask_above' as const, amounts: LARGE },
      isSkippable: false,
    },
    task('call', names.call, 35, 'call'),
    ...answers(names),
  ]
  return { name: names.standard, content: { ...CONTENT, segment: EVERYBODY, steps } }
}

/** The person who has the relationship speaks first; finance follows when that did not help. */
function keyAccounts(names: Names): DefaultPlaybook {
  const steps = [
    { ...task('seller_call', names.sellerCall, 2, 'call'), lane: 'seller' as const },
    { ...email('seller_note', names.sellerNote, 7, 'seller_friendly'), lane: 'seller' as const },
    email('friendly', names.friendly, 14, 'reminder_friendly'),
    email('firm', names.firm, 28, 'reminder_firm'),
    {
      ...email('final', names.final, 42, 'reminder_final'),
      announces: 'management_call' as const,
      approval: { kind: 'always_ask' as const },
      isSkippable: false,
    },
    task('call', names.call, 49, 'call'),
    ...answers(names),
  ]
  const segment = { ...EVERYBODY, tags: ['key account'] }
  const content = { ...CONTENT, segment, steps, priority: 10 }
  return {
    name: names.keyAccounts,
    content: { ...content, catchUp: { kind: 'at_most', stepKey: 'seller_note' } },
  }
}

/** Consumers get every step, none is skipped, and the last word is a letter. */
function consumers(names: Names): DefaultPlaybook {
  const steps = [
    email('friendly', names.friendly, 5, 'consumer_friendly'),
    { ...email('firm', names.firm, 19, 'consumer_firm'), isSkippable: false },
    {
      ...email('final', names.final, 33, 'consumer_final'),
      announces: 'formal_notice' as const,
      isSkippable: false,
    },
    {
      ...task('letter', names.letter, 47, 'letter'),
      templateKey: 'letter_reminder',
      lane: 'legal' as const,
    },
    ...answers(names),
  ]
  const segment = { ...EVERYBODY, segment: 'consumer' as const }
  const content = { ...CONTENT, segment, steps, catchUp: { kind: 'from_first' as const } }
  return { name: names.consumers, content: { ...content, progression: 'one_at_a_time' } }
}

/** For customers who are only ever reminded kindly. */
function courtesyOnly(names: Names): DefaultPlaybook {
  const steps = [
    courtesy(names),
    email('friendly', names.friendly, 7, 'reminder_friendly'),
    ...answers(names),
  ]
  const segment = { ...EVERYBODY, tags: ['courtesy'] }
  const content = { ...CONTENT, segment, steps, priority: 20 }
  return {
    name: names.courtesyOnly,
    content: { ...content, catchUp: { kind: 'from_first' }, decisionAfterDays: 21 },
  }
}

function courtesy(names: Names): Step {
  return {
    ...email('courtesy', names.courtesy, -5, 'before_due_friendly'),
    fallbackChannels: ['notice'],
    floor: WORTH_A_THOUGHT,
  }
}

/** What follows events in every playbook. */
function answers(names: Names): Step[] {
  return [
    {
      ...email('promise_broken', names.promiseBroken, 0, 'promise_broken'),
      event: 'promise_broken',
    },
    {
      ...email('instalment_missed', names.instalmentMissed, 0, 'instalment_missed'),
      event: 'instalment_missed',
    },
    // When the letter did not help, and the time between two contacts is over.
    { ...task('instalment_call', names.instalmentCall, 7, 'call'), event: 'instalment_missed' },
    {
      ...email('thank_you', names.thankYou, 1, 'thank_you'),
      event: 'payment_received',
      fallbackChannels: ['notice'],
    },
  ]
}

function email(key: string, name: string, offsetDays: number, templateKey: string): Step {
  return { ...STEP, key, name, offsetDays, templateKey }
}

function task(key: string, name: string, offsetDays: number, channel: Step['channel']): Step {
  const fallbackChannels = channel === 'letter' ? (['call'] as const) : (['letter'] as const)
  return { ...STEP, key, name, offsetDays, templateKey: null, channel, fallbackChannels }
}
