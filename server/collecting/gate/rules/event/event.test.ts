import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../../../kernel/day.ts'
import {
  contact,
  contextOn,
  customerWith,
  gatePolicy,
  itemDue,
  playbook,
  stepAt,
} from '../../../../testing/gate-facts.ts'
import { NOTED_LEVEL, type Step } from '../../../playbooks/rules/content.ts'
import { decide } from '../decide.ts'
import type { CustomerFacts, GateContext, MissedFact, ReachedFact } from '../facts.ts'

const today = day('2026-03-04')
const before = (days: number) => addDays(today, -days)

function told(
  steps: readonly Step[],
  more: Partial<CustomerFacts>,
  context: Partial<GateContext> = {},
): string {
  const playbooks = [playbook({ steps })]
  const decision = decide(customerWith(more), contextOn(today, { playbooks, ...context }))
  if (decision.kind === 'held') return `held ${decision.reasons[0]?.code}`
  return 'step' in decision ? `${decision.kind} ${decision.step.key}` : decision.kind
}

describe('a note about a new invoice', () => {
  const note = stepAt('note', 0, { event: 'invoice_created', templateKey: 'invoice_note' })
  const friendly = stepAt('friendly', 1)
  const came = (days: number, more = {}) =>
    itemDue(addDays(today, 30), { arrivedOn: before(days), ...more })
  const noted = (days: number, more: Partial<ReachedFact> = {}): ReachedFact => ({
    openItemId: 'a',
    playbookId: 'standard',
    stepKey: 'note',
    level: NOTED_LEVEL,
    cycleDueOn: addDays(today, 30),
    reachedOn: before(days),
    ...more,
  })

  test.each<[string, Partial<CustomerFacts>, string]>([
    ['goes on the day it comes', { items: [came(0)] }, 'message note'],
    ['and when the server was off for five days', { items: [came(5)] }, 'message note'],
    ['not after six', { items: [came(6)] }, 'nothing'],
    ['not before it comes', { items: [came(-1)] }, 'nothing'],
    ['not when it is paid or a credit', { items: [came(0, { openMinor: -1 })] }, 'nothing'],
    ['on the day it is due', { items: [itemDue(today, { arrivedOn: today })] }, 'message note'],
    ['once', { items: [came(1)], reached: [noted(0)] }, 'nothing'],
    [
      'once, though the step was called otherwise then',
      { items: [came(1)], reached: [noted(0, { stepKey: 'old', playbookId: 'other' })] },
      'nothing',
    ],
    [
      'not to whom is late with another',
      { items: [came(0), itemDue(before(9), { id: 'b' })] },
      'message friendly',
    ],
    [
      'nor while nothing more is asked of them today',
      {
        items: [came(0), itemDue(before(9), { id: 'b' })],
        reached: [
          noted(5, { openItemId: 'b', stepKey: 'friendly', level: 1, cycleDueOn: before(9) }),
        ],
      },
      'nothing',
    ],
    [
      'not about one in dispute',
      { items: [came(0)], disputes: [{ receivableId: 'a', currency: 'EUR', minor: 100_00 }] },
      'nothing',
    ],
    ['not within the gap', { items: [came(0)], lastContactOn: before(6) }, 'held minimum_gap'],
    ['after the gap', { items: [came(0)], lastContactOn: before(7) }, 'message note'],
  ])('%s', (_what, more, expected) => {
    expect(told([note, friendly], more)).toBe(expected)
  })

  test('tells all new invoices at once and notes each of them, on no rung of the ladder', () => {
    const items = [came(0), came(2, { id: 'b' }), came(1, { id: 'c' })]
    const facts = customerWith({ items, reached: [noted(1, { openItemId: 'c' })] })
    const playbooks = [playbook({ steps: [note, friendly] })]
    expect(decide(facts, contextOn(today, { playbooks }))).toMatchObject({
      sections: [{ payableMinor: 200_00, items: [{ id: 'a' }, { id: 'b' }] }],
      claims: [
        { openItemId: 'a', level: NOTED_LEVEL },
        { openItemId: 'b', level: NOTED_LEVEL },
      ],
    })
  })

  // Due at once, no time between contacts: only the note itself keeps the reminder back.
  const atOnce = (days: number, ago: number): Partial<CustomerFacts> => ({
    items: [itemDue(before(days), { arrivedOn: before(days) })],
    reached: [noted(ago, { cycleDueOn: before(days) })],
  })
  const noGap = { policy: { ...gatePolicy, minimumGapDays: 0 } }

  test.each<[string, Partial<CustomerFacts>, string]>([
    ['the next morning', atOnce(1, 1), 'held invoice_too_new'],
    ['two days after a late note', atOnce(5, 2), 'held invoice_too_new'],
    ['three days after it', atOnce(5, 3), 'message friendly'],
  ])('P08 makes no reminder %s', (_what, more, expected) => {
    expect(told([note, friendly], more, noGap)).toBe(expected)
  })

  test('leaves the ladder as if it had not been: a debt met late begins with the first step', () => {
    const facts = customerWith({
      items: [itemDue(before(40), { arrivedOn: before(70) })],
      reached: [noted(70, { cycleDueOn: before(40) })],
    })
    const steps = [note, stepAt('friendly', 3), stepAt('firm', 14)]
    const playbooks = [playbook({ steps, catchUp: { kind: 'from_first' } })]
    const decision = decide(facts, contextOn(today, { playbooks }))
    expect(decision).toMatchObject({ kind: 'message', step: { key: 'friendly' } })
  })

  test('asks nobody because of the amount by policy, but by its own limit', () => {
    const large = { items: [came(0, { openMinor: 50_000_00 })] }
    const policy = { ...gatePolicy, askFirstAboveOf: () => 10_000_00 }
    const asks = (approval: Step['approval']) => {
      const playbooks = [playbook({ steps: [{ ...note, approval }] })]
      const decision = decide(customerWith(large), contextOn(today, { playbooks, policy }))
      return decision.kind === 'message' && decision.needsApproval
    }
    expect(asks({ kind: 'automatic' })).toBe(false)
    expect(asks({ kind: 'ask_above', amounts: { EUR: 40_000_00 } })).toBe(true)
  })
})

const missed = (judged: number, more: Partial<MissedFact> = {}): Partial<CustomerFacts> => ({
  items: [itemDue(before(20)), itemDue(before(20), { id: 'b' })],
  missedInstalments: [
    {
      id: 'n',
      dueOn: before(judged + 4),
      judgedOn: before(judged),
      currency: 'EUR',
      minor: 50_00,
      number: 1,
      count: 2,
      openItemIds: ['a'],
      ...more,
    },
  ],
})

describe('a missed instalment', () => {
  const mail = stepAt('mail', 0, { event: 'instalment_missed', templateKey: 'instalment_missed' })
  const call = stepAt('call', 7, {
    event: 'instalment_missed',
    channel: 'call',
    templateKey: null,
  })
  const steps = [call, mail, stepAt('friendly', 3)]
  const answered = (judged: number, stepKey: string) => ({
    ...missed(judged),
    answers: [{ cycle: `n@${before(judged + 4)}`, stepKey }],
  })

  test.each<[string, Partial<CustomerFacts>, string]>([
    ['is written about first', missed(0), 'message mail'],
    ['within ten days', missed(10), 'message mail'],
    ['and called about a week later', answered(7, 'mail'), 'task call'],
    ['not sooner', answered(6, 'mail'), 'message friendly'],
    ['once', answered(7, 'call'), 'message friendly'],
    ['not with a step that is gone', answered(7, 'gone'), 'message friendly'],
    ['never when it is long ago', missed(18), 'message friendly'],
    ['not when what it was for is paid', missed(0, { openItemIds: ['x'] }), 'message friendly'],
  ])('%s', (_what, more, expected) => {
    expect(told(steps, more)).toBe(expected)
  })

  test('asks for what the plan covers and says which instalment', () => {
    const playbooks = [playbook({ steps })]
    expect(decide(customerWith(missed(0)), contextOn(today, { playbooks }))).toMatchObject({
      sections: [{ payableMinor: 100_00, items: [{ id: 'a' }] }],
      missed: { minor: 50_00, number: 1, count: 2 },
      claims: [],
    })
  })
})

describe('a mail that came back', () => {
  const call = stepAt('ask', 0, {
    event: 'email_bounced',
    channel: 'call',
    fallbackChannels: ['letter'],
    templateKey: null,
  })
  const back = (days: number, more: Partial<CustomerFacts> = {}): Partial<CustomerFacts> => ({
    items: [itemDue(before(2))],
    contacts: [{ ...contact, hasBounced: true, bouncedOn: before(days) }],
    ...more,
  })
  const noPhone = { ...contact, hasBounced: true, bouncedOn: today, phoneHash: null }

  test.each<[string, Partial<CustomerFacts>, string]>([
    ['is called about', back(0), 'task ask'],
    ['by the next way where nobody can be called', back(0, { contacts: [noPhone] }), 'task ask'],
    ['within ten days', back(10), 'task ask'],
    ['no longer', back(11), 'nothing'],
    ['once', back(1, { answers: [{ cycle: `contact@${before(1)}`, stepKey: 'ask' }] }), 'nothing'],
    [
      'again when the new address fails too',
      back(0, { answers: [{ cycle: `contact@${before(1)}`, stepKey: 'ask' }] }),
      'task ask',
    ],
    ['though nothing is late yet', back(0, { items: [itemDue(addDays(today, 9))] }), 'task ask'],
    ['not when nothing is owed', back(0, { items: [] }), 'nothing'],
    ['not once the address was corrected', { items: [itemDue(before(2))] }, 'nothing'],
  ])('%s', (_what, more, expected) => {
    expect(told([call, stepAt('friendly', 30)], more)).toBe(expected)
  })

  test('is no message to a colleague there about nothing', () => {
    const other = { ...contact, id: 'other' }
    const mail = { ...call, channel: 'email' as const, templateKey: 'reminder_friendly' }
    const contacts = [{ ...contact, hasBounced: true, bouncedOn: today }, other]
    const notDue = [itemDue(addDays(today, 9))]
    expect(told([mail], back(0, { contacts }))).toBe('message ask')
    expect(told([mail], back(0, { contacts, items: notDue }))).toBe('nothing')
  })
})

describe('a reply that waits', () => {
  const notice = stepAt('tell', 0, {
    event: 'reply_received',
    channel: 'notice',
    templateKey: null,
  })
  const call = stepAt('call', 2, { event: 'reply_received', channel: 'call', templateKey: null })
  const wrote = (id: string, days: number) => ({ id, receivedOn: before(days) })
  const tell = (id: string, days: number, stepKey = 'tell') => ({
    cycle: `${id}@${before(days)}`,
    stepKey,
  })

  test.each<[string, Partial<CustomerFacts>, string]>([
    ['is told, whatever is owed', { waitingReplies: [wrote('r', 0)] }, 'task tell'],
    ['once', { waitingReplies: [wrote('r', 1)], answers: [tell('r', 1)] }, 'nothing'],
    [
      'not again for a second one before the first is read',
      { waitingReplies: [wrote('r', 1), wrote('s', 0)], answers: [tell('r', 1)] },
      'nothing',
    ],
    [
      'again for the next, once that was read',
      { waitingReplies: [wrote('s', 0)], answers: [tell('r', 1)] },
      'task tell',
    ],
    [
      'and called about when it waits on: that they wrote does not hold it',
      { waitingReplies: [wrote('r', 2)], answers: [tell('r', 2)] },
      'task call',
    ],
    ['not when it was read', { waitingReplies: [] }, 'nothing'],
    [
      'while reminders wait as before',
      { items: [itemDue(before(3))], waitingReplies: [wrote('r', 1)], answers: [tell('r', 1)] },
      'held reply_waiting',
    ],
  ])('%s', (_what, more, expected) => {
    expect(told([notice, call, stepAt('friendly', 3)], more)).toBe(expected)
  })
})
