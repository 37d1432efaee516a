import { describe, expect, test } from 'vitest'

import { addDays, day, instant } from '../../../kernel/day.ts'
import {
  contact,
  contextOn,
  customerWith,
  gatePolicy,
  itemDue,
  playbook,
  stepAt,
} from '../../../testing/gate-facts.ts'
import type { Approval } from '../../playbooks/rules/content.ts'
import { decide } from './decide.ts'
import type { CustomerFacts, FreshnessFact, GateContext, PromiseFact } from './facts.ts'

const due = day('2026-03-01')
const today = addDays(due, 3)
const late = (days: number) => addDays(due, days)

function codes(more: Partial<CustomerFacts>, context: Partial<GateContext> = {}): string[] {
  const facts = customerWith({ items: [itemDue(due)], ...more })
  const decision = decide(facts, contextOn(today, context))
  return [decision.kind, ...decision.reasons.map(({ code }) => code)]
}

describe('facts that are old', () => {
  const fresh: FreshnessFact = {
    ledgerSyncedAt: instant('2026-03-02T08:00:00Z'),
    isLedgerFresh: true,
    paymentsConsideredUntil: day('2026-02-27'),
    arePaymentsFresh: true,
  }
  const oldLedger = { ...fresh, isLedgerFresh: false }
  const noBank = { ...fresh, paymentsConsideredUntil: null, arePaymentsFresh: false }

  test.each([
    ['P42 let it go while they are fresh', fresh, ['message']],
    ['P42 an old ledger', oldLedger, ['held', 'ledger_stale']],
    ['P42 an old bank', { ...fresh, arePaymentsFresh: false }, ['held', 'bank_stale']],
    ['P42 both', { ...oldLedger, arePaymentsFresh: false }, ['held', 'ledger_stale', 'bank_stale']],
    ['no ledger', { ...oldLedger, ledgerSyncedAt: null }, ['held', 'ledger_never_synced']],
    ['no source of payments apart from the ledger', noBank, ['message']],
  ])('%s', (_what, freshness, expected) => {
    expect(codes({}, { freshness })).toEqual(expected)
  })
})

describe('P45 a dispute', () => {
  test('of part leaves the rest to be asked for, and both are told', () => {
    const disputes = [{ receivableId: 'a', currency: 'EUR', minor: 30_00 }]
    const facts = customerWith({ items: [itemDue(due)], disputes })
    expect(decide(facts, contextOn(today))).toMatchObject({
      kind: 'message',
      sections: [{ payableMinor: 70_00, items: [{ id: 'a', disputedMinor: 30_00 }] }],
    })
  })

  test.each([
    ['of all but a cent', 99_99, ['message']],
    ['of all', 100_00, ['held', 'disputed']],
    ['of more than is open', 200_00, ['held', 'disputed']],
  ])('%s', (_what, minor, expected) => {
    expect(codes({ disputes: [{ receivableId: 'a', currency: 'EUR', minor }] })).toEqual(expected)
  })

  test('of one invoice leaves the others, at their own step', () => {
    const items = [itemDue(late(-30)), itemDue(due, { id: 'b' })]
    const disputes = [{ receivableId: 'a', currency: 'EUR', minor: 100_00 }]
    const decision = decide(customerWith({ items, disputes }), contextOn(today))
    expect(decision).toMatchObject({
      kind: 'message',
      step: { key: 'friendly' },
      sections: [{ payableMinor: 100_00, items: [{ id: 'b' }] }],
      reasons: [{ code: 'disputed', openItemIds: ['a'] }],
    })
  })

  test('covers the earliest instalments of an invoice first', () => {
    const items = [
      itemDue(due, { id: 'i1', receivableId: 'r', openMinor: 50_00 }),
      itemDue(late(-10), { id: 'i0', receivableId: 'r', openMinor: 50_00 }),
    ]
    const disputes = [{ receivableId: 'r', currency: 'EUR', minor: 60_00 }]
    const decision = decide(customerWith({ items, disputes }), contextOn(today))
    expect(decision).toMatchObject({ sections: [{ payableMinor: 40_00, items: [{ id: 'i1' }] }] })
  })
})

const promise = (more: Partial<PromiseFact> = {}): PromiseFact => ({
  id: 'p',
  openItemId: 'a',
  currency: 'EUR',
  minor: 100_00,
  promisedFor: today,
  state: 'open',
  judgedOn: null,
  level: 0,
  ...more,
})

describe('a promise', () => {
  test.each([
    ['for today', {}, ['held', 'promised']],
    ['on the last day that a transfer may take', { promisedFor: late(0) }, ['held', 'promised']],
    ['the day after, not judged yet', { promisedFor: late(-1) }, ['message']],
    ['for another invoice', { openItemId: 'other' }, ['message']],
    ['of an amount of the account', { openItemId: null }, ['held', 'promised']],
    ['of an amount in another currency', { openItemId: null, currency: 'USD' }, ['message']],
  ])('%s', (_what, more, expected) => {
    expect(codes({ promises: [promise(more)] })).toEqual(expected)
  })

  test.each([
    ['the day before its last one', -1, ['held', 'promised']],
    ['its last one', 0, ['message']],
    ['the day after it', 1, ['message']],
  ])('P42 whose days are over, where payments are known until %s', (_what, after, expected) => {
    const last = addDays(today, -1)
    const promisedFor = addDays(last, -gatePolicy.promiseToleranceDays)
    const freshness = {
      ledgerSyncedAt: instant('2026-03-04T08:00:00Z'),
      isLedgerFresh: true,
      paymentsConsideredUntil: addDays(last, after),
      arePaymentsFresh: true,
    }
    expect(codes({ promises: [promise({ promisedFor })] }, { freshness })).toEqual(expected)
    expect(codes({ promises: [promise({ promisedFor })] })).toEqual(['message'])
  })

  test('on account covers the earliest due first and leaves the rest', () => {
    const items = [itemDue(due), itemDue(late(-1), { id: 'b' })]
    const promises = [promise({ openItemId: null, minor: 100_00 })]
    expect(decide(customerWith({ items, promises }), contextOn(today))).toMatchObject({
      kind: 'message',
      sections: [{ items: [{ id: 'a' }] }],
      reasons: [{ code: 'promised', openItemIds: ['b'] }],
    })
  })

  test.each([
    ['of one invoice speaks of that one', 'a', 100_00],
    ['on account speaks of all that is late', null, 200_00],
  ])('that was broken %s', (_what, openItemId, payableMinor) => {
    const steps = [stepAt('friendly', 30), stepAt('broken', 0, { event: 'promise_broken' })]
    const broken = promise({ state: 'broken', judgedOn: today, openItemId })
    const items = [itemDue(due), itemDue(due, { id: 'b' })]
    const facts = customerWith({ items, promises: [broken] })
    const context = contextOn(today, { playbooks: [playbook({ steps })] })
    expect(decide(facts, context)).toMatchObject({ sections: [{ payableMinor }] })
  })

  test('that was broken is answered once, by its own step', () => {
    const answer = stepAt('broken', 0, { event: 'promise_broken' })
    const playbooks = [playbook({ steps: [stepAt('friendly', 3), answer] })]
    const broken = promise({ state: 'broken', judgedOn: today })
    const facts = customerWith({ items: [itemDue(due)], promises: [broken] })
    const first = decide(facts, contextOn(today, { playbooks }))
    expect(first).toMatchObject({ kind: 'message', step: { key: 'broken' }, claims: [] })
    const done = {
      ...facts,
      answers: [{ cycle: 'cycle' in first ? (first.cycle ?? '') : '', stepKey: 'broken' }],
    }
    expect(decide(done, contextOn(today, { playbooks }))).toMatchObject({
      step: { key: 'friendly' },
    })
  })

  test.each([
    ['the first time is asked about', 0, { step: { key: 'broken' } }],
    ['the second time is spoken of in other terms, not asked about again', 1, { kind: 'nothing' }],
  ])('that was broken %s', (_what, level, expected) => {
    const steps = [stepAt('friendly', 30), stepAt('broken', 0, { event: 'promise_broken' })]
    const broken = promise({ state: 'broken', judgedOn: today, level })
    const facts = customerWith({ items: [itemDue(due)], promises: [broken] })
    expect(decide(facts, contextOn(today, { playbooks: [playbook({ steps })] }))).toMatchObject(
      expected,
    )
  })
})

describe('other terms, spoken of after promises not kept,', () => {
  const thanks = stepAt('thanks', 1, { event: 'payment_received', templateKey: 'thank_you' })
  const playbooks = [playbook({ steps: [stepAt('friendly', 3), thanks] })]
  const paid = [{ id: 'p', currency: 'EUR', minor: 100_00, receivedOn: late(2) }]

  test.each<[string, Partial<CustomerFacts>, string[]]>([
    ['come before any reminder', { termsTalkUntil: today }, ['held', 'terms_talk']],
    ['until their time is over', { termsTalkUntil: addDays(today, -1) }, ['message']],
    ['and thanks do not wait', { items: [], payments: paid, termsTalkUntil: today }, ['message']],
  ])('%s', (_what, more, expected) => {
    expect(codes(more, { playbooks })).toEqual(expected)
  })
})

describe('P23 P44 holds', () => {
  const hold = { receivableId: 'a', reason: 'agreement', endsOn: today }
  const two = [itemDue(due), itemDue(due, { id: 'b' })]
  const ofB = { ...hold, receivableId: 'b' }

  test.each([
    ['none of two', [], ['message'], 200_00],
    ['some of two', [hold], ['message', 'item_on_hold'], 100_00],
    ['all of two', [hold, ofB], ['held', 'item_on_hold'], 200_00],
    ['the customer', [{ ...hold, receivableId: null }], ['held', 'customer_on_hold'], 200_00],
  ])('on %s', (_what, holds, expected, minor) => {
    expect(codes({ items: two, holds })).toEqual(expected)
    const decision = decide(customerWith({ items: two, holds }), contextOn(today))
    expect(decision).toMatchObject({ sections: [{ payableMinor: minor }] })
  })
})

describe('P08 a new invoice', () => {
  test.each([
    ['arrived two days ago', late(1), ['held', 'invoice_too_new']],
    ['arrived three days ago', late(0), ['message']],
  ])('%s', (_what, arrivedOn, expected) => {
    expect(codes({ items: [itemDue(due, { arrivedOn })] })).toEqual(expected)
  })
})

describe('what keeps us from writing today', () => {
  const replied = (days: number) => ({ waitingReplies: [{ id: 'r', receivedOn: late(3 - days) }] })

  test.each<[string, Partial<CustomerFacts>, string[]]>([
    [
      'vanished_from_source',
      { items: [itemDue(due, { isVanished: true })] },
      ['held', 'vanished_from_source'],
    ],
    [
      'ball_with_seller until today',
      { ball: { lane: 'seller', returnsOn: today } },
      ['held', 'ball_with_seller'],
    ],
    ['no ball any more', { ball: { lane: 'seller', returnsOn: late(2) } }, ['message']],
    ['ball_with_legal', { ball: { lane: 'legal', returnsOn: today } }, ['held', 'ball_with_legal']],
    [
      'unmatched_cash',
      { unmatchedCash: [{ currency: 'USD', minor: 1 }] },
      ['held', 'unmatched_cash'],
    ],
    ['a reply of four days ago', replied(4), ['held', 'reply_waiting']],
    ['a reply of five days ago', replied(5), ['message']],
    ['meeting_today', { hasMeetingToday: true }, ['held', 'meeting_today']],
    ['a contact six days ago', { lastContactOn: late(-3) }, ['held', 'minimum_gap']],
    ['a contact seven days ago', { lastContactOn: late(-4) }, ['message']],
    ['P71 no business day there', { isBusinessDay: false }, ['held', 'not_a_business_day']],
    [
      'a decision that is open',
      { openTasks: [{ kind: 'decision', cycle: null }] },
      ['held', 'decision_open'],
    ],
    [
      'P05 a message whose fate is unknown',
      { pendingMessages: ['unknown'] },
      ['held', 'message_unknown'],
    ],
    ['P05 a message on its way', { pendingMessages: ['in_flight'] }, ['held', 'message_in_flight']],
    [
      'three messages to that person',
      { contacts: [{ ...contact, recentMessages: 3 }] },
      ['message'],
    ],
    [
      'four messages to that person',
      { contacts: [{ ...contact, recentMessages: 4 }] },
      ['held', 'frequency_cap'],
    ],
  ])('%s', (_what, more, expected) => {
    expect(codes(more)).toEqual(expected)
  })

  test('every reason is told, not only the first', () => {
    const hold = { receivableId: null, reason: 'other', endsOn: today }
    const more = {
      holds: [hold],
      hasMeetingToday: true,
      lastContactOn: today,
      isBusinessDay: false,
    }
    expect(codes(more)).toEqual([
      'held',
      'customer_on_hold',
      'not_a_business_day',
      'meeting_today',
      'minimum_gap',
    ])
  })
})

const way = (contacts: CustomerFacts['contacts'], more: Partial<CustomerFacts> = {}) => {
  const steps = [stepAt('friendly', 3, { fallbackChannels: ['sms', 'call', 'letter'] })]
  const facts = customerWith({ items: [itemDue(due)], contacts, ...more })
  const decision = decide(facts, contextOn(today, { playbooks: [playbook({ steps })] }))
  const kind = decision.kind === 'task' ? `task ${decision.taskKind}` : decision.kind
  return [kind, ...decision.reasons.map(({ code }) => code)]
}

describe('P17 nobody to be reached by email', () => {
  const silent = { ...contact, emailHash: null, phoneHash: null }

  test.each([
    [
      'the next channel is tried',
      [{ ...contact, emailHash: null }],
      {},
      ['task call', 'no_email_address', 'no_sms_consent'],
    ],
    [
      'a bounced address is none',
      [{ ...contact, hasBounced: true }],
      {},
      ['task call', 'email_bounced', 'no_sms_consent'],
    ],
    [
      'consent opens the SMS',
      [{ ...contact, emailHash: null, hasSmsConsent: true }],
      {},
      ['task sms', 'no_email_address'],
    ],
    [
      'a letter when there is no number',
      [silent],
      {},
      ['task letter', 'no_email_address', 'no_phone', 'no_phone'],
    ],
    [
      'somebody has to find an address',
      [],
      { hasAddress: false },
      ['task contact', 'no_contact', 'no_phone', 'no_phone', 'no_postal_address'],
    ],
    [
      'but is asked once',
      [],
      { hasAddress: false, openTasks: [{ kind: 'contact', cycle: null }] },
      ['held', 'task_open', 'no_contact', 'no_phone', 'no_phone', 'no_postal_address'],
    ],
    [
      'nobody is pestered who asked not to be',
      [{ ...contact, doNotContact: true }],
      {},
      ['held', 'do_not_contact', 'do_not_contact', 'no_phone', 'no_phone'],
    ],
  ])('%s', (_what, contacts, more, expected) => {
    expect(way(contacts, more)).toEqual(expected)
  })

  test('and the step stays open while an address is looked for', () => {
    const facts = customerWith({ items: [itemDue(due)], contacts: [], hasAddress: false })
    expect(decide(facts, contextOn(today))).toMatchObject({ taskKind: 'contact', claims: [] })
  })

  test('accounts payable comes first, and among them the primary contact', () => {
    const director = { ...contact, id: 'director', role: 'director' }
    const second = { ...contact, id: 'second', isPrimary: false }
    const facts = customerWith({ items: [itemDue(due)], contacts: [director, second, contact] })
    expect(decide(facts, contextOn(today))).toMatchObject({ recipient: { contactId: 'contact' } })
  })
})

const asking = (approval: Approval, context: Partial<GateContext> = {}) => {
  const steps = [stepAt('friendly', 3, { approval })]
  return codes({}, { playbooks: [playbook({ steps })], ...context })
}
const above = (EUR: number): Approval => ({ kind: 'ask_above', amounts: { EUR } })

describe('asking first', () => {
  test.each([
    ['automatic', asking({ kind: 'automatic' }), ['message']],
    ['always', asking({ kind: 'always_ask' }), ['message', 'ask_first_step']],
    ['above the amount', asking(above(99_99)), ['message', 'ask_first_amount']],
    ['at the amount', asking(above(100_00)), ['message']],
    [
      'above the amount of the policy',
      asking({ kind: 'automatic' }, { policy: { ...gatePolicy, askFirstAboveOf: () => 99_99 } }),
      ['message', 'ask_first_amount'],
    ],
    [
      'at the amount of the policy',
      asking({ kind: 'automatic' }, { policy: { ...gatePolicy, askFirstAboveOf: () => 100_00 } }),
      ['message'],
    ],
  ])('%s', (_what, got, expected) => {
    expect(got).toEqual(expected)
  })
})

describe('thanks', () => {
  const thanks = stepAt('thanks', 1, { event: 'payment_received', templateKey: 'thank_you' })
  const playbooks = [playbook({ steps: [stepAt('friendly', 3), thanks] })]
  const payment = { id: 'p', currency: 'EUR', minor: 100_00, receivedOn: late(2) }
  const before = { ...payment, id: 'before', receivedOn: late(0) }
  const paid = { items: [], payments: [payment], lastContactOn: late(1) }

  test.each<[string, Partial<CustomerFacts>, string[]]>([
    ['come the day after the money, whatever the gap', paid, ['message']],
    ['not the same day', { ...paid, payments: [{ ...payment, receivedOn: late(3) }] }, ['nothing']],
    ['for ten days', { ...paid, payments: [{ ...payment, receivedOn: late(-8) }] }, ['message']],
    ['and no longer', { ...paid, payments: [{ ...payment, receivedOn: late(-9) }] }, ['nothing']],
    ['once', { ...paid, answers: [{ cycle: `p@${late(2)}`, stepKey: 'thanks' }] }, ['nothing']],
    [
      'for the last of several payments, not again for the one before',
      {
        ...paid,
        payments: [before, payment],
        answers: [{ cycle: `p@${late(2)}`, stepKey: 'thanks' }],
      },
      ['nothing'],
    ],
    [
      'not for the one before while the last is of today',
      { ...paid, payments: [before, { ...payment, receivedOn: late(3) }] },
      ['nothing'],
    ],
    [
      'in each currency for its last',
      {
        ...paid,
        payments: [{ ...before, currency: 'CHF' }, payment],
        answers: [{ cycle: `p@${late(2)}`, stepKey: 'thanks' }],
      },
      ['message'],
    ],
    ['not while something else is late', { ...paid, items: [itemDue(late(2))] }, ['nothing']],
    [
      'not for a part while the rest is promised and late',
      { ...paid, items: [itemDue(late(2))], promises: [promise()] },
      ['nothing'],
    ],
    [
      'though the rest is in dispute',
      {
        ...paid,
        items: [itemDue(late(2))],
        disputes: [{ receivableId: 'a', currency: 'EUR', minor: 100_00 }],
      },
      ['message'],
    ],
  ])('%s', (_what, more, expected) => {
    expect(codes(more, { playbooks })).toEqual(expected)
  })
})

describe('a final notice', () => {
  test('says on which day the next step follows, never sooner than the gap', () => {
    const steps = [
      stepAt('final', 3, { announces: 'management_call' }),
      stepAt('call', 5, { channel: 'call' }),
    ]
    const playbooks = [playbook({ steps, catchUp: { kind: 'from_first' } })]
    const facts = customerWith({ items: [itemDue(due)] })
    expect(decide(facts, contextOn(today, { playbooks }))).toMatchObject({ followsOn: late(10) })
    const later = [
      playbook({ steps: steps.map((step) => ({ ...step, offsetDays: step.offsetDays * 4 })) }),
    ]
    expect(decide(facts, contextOn(late(12), { playbooks: later }))).toMatchObject({
      followsOn: late(20),
    })
  })
})
