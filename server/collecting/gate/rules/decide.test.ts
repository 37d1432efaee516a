import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../../kernel/day.ts'
import {
  contact,
  contextOn,
  customerWith,
  gatePolicy,
  itemDue,
  playbook,
  stepAt,
} from '../../../testing/gate-facts.ts'
import { decide } from './decide.ts'
import type { CustomerFacts, GateContext } from './facts.ts'

const due = day('2026-03-01')
const late = (days: number) => addDays(due, days)

/** What happens, as one line: 'message firm', 'held minimum_gap', 'nothing'. */
function told(facts: CustomerFacts, context: GateContext): string {
  const decision = decide(facts, context)
  if (decision.kind === 'held') return `held ${decision.reasons[0]?.code}`
  if (decision.kind === 'message' || decision.kind === 'task') {
    return `${decision.kind} ${decision.step.key}`
  }
  return decision.kind
}

const reachedOn = (stepKey: string, level: number, on: string, more = {}) => ({
  openItemId: 'a',
  playbookId: 'standard',
  stepKey,
  level,
  cycleDueOn: due,
  reachedOn: day(on),
  ...more,
})
const friendlyThen = reachedOn('friendly', 1, late(3))
const firmThen = reachedOn('firm', 2, late(14))
const finalThen = reachedOn('final', 3, late(28))
const callThen = reachedOn('call', 4, late(35))

describe('an invoice due on 1 March', () => {
  test.each([
    ['P31 nothing', 'on its due day', 0, 'nothing'],
    ['P31 nothing', 'on the first late day: friendly comes on the third', 1, 'nothing'],
    ['nothing', 'the day before the first step', 2, 'nothing'],
    ['a friendly reminder', 'on the third day', 3, 'message friendly'],
  ])('gets %s %s', (_what, _when, days, expected) => {
    expect(told(customerWith({ items: [itemDue(due)] }), contextOn(late(days)))).toBe(expected)
  })

  test.each([
    ['nothing', 13, [friendlyThen], 'nothing'],
    ['firm', 14, [friendlyThen], 'message firm'],
    ['nothing twice', 14, [friendlyThen, firmThen], 'nothing'],
    ['nothing', 27, [friendlyThen, firmThen], 'nothing'],
    ['final', 28, [friendlyThen, firmThen], 'message final'],
    ['a call', 35, [friendlyThen, firmThen, finalThen], 'task call'],
    ['P24 nothing yet', 41, [friendlyThen, firmThen, finalThen, callThen], 'nothing'],
    ['P24 a decision', 42, [friendlyThen, firmThen, finalThen, callThen], 'decision_needed'],
  ])('then %s on day %i', (_what, days, reached, expected) => {
    const facts = customerWith({ items: [itemDue(due)], reached })
    expect(told(facts, contextOn(late(days)))).toBe(expected)
  })

  test('P11 a decision is asked for once for an item', () => {
    const decided = reachedOn('decision_needed', 1000, late(42))
    const facts = customerWith({ items: [itemDue(due)], reached: [callThen, decided] })
    for (const days of [42, 43, 60, 400]) {
      expect(told(facts, contextOn(late(days)))).toBe('nothing')
    }
  })

  test('asks for no decision about what a credit covers, and tells currencies apart', () => {
    const credit = itemDue(due, { id: 'credit', openMinor: -100_00 })
    const covered = customerWith({ items: [itemDue(due), credit], reached: [callThen] })
    expect(told(covered, contextOn(late(42)))).toBe('nothing')
    const dollars = itemDue(due, { id: 'b', currency: 'USD', openMinor: 70_00 })
    const reached = [callThen, { ...callThen, openItemId: 'b' }]
    const both = customerWith({ items: [itemDue(due), dollars], reached })
    expect(decide(both, contextOn(late(42)))).toMatchObject({
      kind: 'decision_needed',
      sections: [
        { currency: 'EUR', payableMinor: 100_00, items: [{ id: 'a' }] },
        { currency: 'USD', payableMinor: 70_00, items: [{ id: 'b' }] },
      ],
    })
  })

  test('P39 goes on at its level when a payment is reversed, after the gap', () => {
    const back = customerWith({
      items: [itemDue(due)],
      reached: [friendlyThen, firmThen],
      lastContactOn: late(25),
    })
    expect(told(back, contextOn(late(31)))).toBe('held minimum_gap')
    expect(told(back, contextOn(late(32)))).toBe('message final')
  })

  test('P20 P47 is reminded of what remains of it', () => {
    const facts = customerWith({ items: [itemDue(due, { openMinor: 60_00 })] })
    expect(decide(facts, contextOn(late(3)))).toMatchObject({
      kind: 'message',
      sections: [{ currency: 'EUR', payableMinor: 60_00 }],
    })
  })
})

describe('P22 steps before the due day', () => {
  const early = playbook({ steps: [stepAt('early', -5), stepAt('friendly', 3)] })
  const facts = customerWith({ items: [itemDue(due)] })

  test.each([
    ['not six days before', -6, 'nothing'],
    ['five days before', -5, 'message early'],
    ['on the due day at the latest', 0, 'message early'],
    ['never when the due day is over', 1, 'nothing'],
    ['and the first late step comes after the due day', 3, 'message friendly'],
  ])('go %s', (_when, days, expected) => {
    expect(told(facts, contextOn(late(days), { playbooks: [early] }))).toBe(expected)
  })

  test('are not for a customer who is late with something else', () => {
    const other = itemDue('2026-02-20', { id: 'b' })
    const reached = [
      reachedOn('friendly', 1, '2026-02-23', { openItemId: 'b', cycleDueOn: other.dueOn }),
    ]
    const both = customerWith({ items: [itemDue(due), other], reached })
    expect(told(both, contextOn(late(-3), { playbooks: [early] }))).toBe('nothing')
  })
})

describe('a debt met for the first time ninety days late', () => {
  const facts = customerWith({ items: [itemDue(due)] })
  const nonSkippable = [
    stepAt('friendly', 3),
    stepAt('firm', 14),
    stepAt('final', 28, { isSkippable: false }),
    stepAt('call', 35),
  ]

  test.each([
    ['P25 P26 the highest step', {}, 'message call'],
    ['P25 the first step', { catchUp: { kind: 'from_first' } }, 'message friendly'],
    ['P25 at most firm', { catchUp: { kind: 'at_most', stepKey: 'firm' } }, 'message firm'],
    ['P26 no step that may not be skipped', { steps: nonSkippable }, 'message final'],
  ] as const)('gets %s by policy, once', (_what, content, expected) => {
    const steps = [
      stepAt('friendly', 3),
      stepAt('firm', 14),
      stepAt('final', 28),
      stepAt('call', 35),
    ]
    const playbooks = [playbook({ steps, ...content })]
    expect(told(facts, contextOn(late(90), { playbooks }))).toBe(expected)
  })

  test('P25 then one step at a time, each after the minimum gap', () => {
    const playbooks = [playbook({ catchUp: { kind: 'from_first' } })]
    const met = { reached: [reachedOn('friendly', 1, late(90))], lastContactOn: late(90) }
    const then = customerWith({ items: [itemDue(due)], ...met })
    expect(told(then, contextOn(late(96), { playbooks }))).toBe('held minimum_gap')
    expect(told(then, contextOn(late(97), { playbooks }))).toBe('message firm')
  })

  test('P26 a ladder that goes one at a time never jumps; one that goes to the highest does', () => {
    const facts40 = customerWith({ items: [itemDue(due)], reached: [friendlyThen] })
    const oneByOne = [playbook({ progression: 'one_at_a_time' })]
    expect(told(facts40, contextOn(late(30), { playbooks: oneByOne }))).toBe('message firm')
    expect(told(facts40, contextOn(late(30)))).toBe('message final')
  })
})

describe('several invoices', () => {
  test('P28 P46 twelve at three levels make one message that lists twelve', () => {
    const items = Array.from({ length: 12 }, (_, index) =>
      itemDue(late(-(index % 3) * 12), {
        id: `i${String(index).padStart(2, '0')}`,
        openMinor: 100_00 + index,
      }),
    )
    const decision = decide(customerWith({ items }), contextOn(late(5)))
    expect(decision).toMatchObject({ kind: 'message', step: { key: 'final' } })
    if (decision.kind !== 'message') throw new Error('expected a message')
    expect(decision.sections).toHaveLength(1)
    expect(decision.sections[0]?.items).toHaveLength(12)
    expect(decision.sections[0]?.payableMinor).toBe(12 * 100_00 + 66)
    expect(decision.claims.map(({ stepKey }) => stepKey).toSorted()).toEqual([
      ...Array<string>(4).fill('final'),
      ...Array<string>(4).fill('firm'),
      ...Array<string>(4).fill('friendly'),
    ])
  })

  test('P19 reminding one leaves the other four to be reminded after the gap', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const items = ids.map((id) => itemDue(due, { id }))
    const facts = customerWith({ items, reached: [friendlyThen], lastContactOn: late(3) })
    expect(told(facts, contextOn(late(9)))).toBe('held minimum_gap')
    const decision = decide(facts, contextOn(late(10)))
    expect(decision).toMatchObject({ kind: 'message', step: { key: 'friendly' } })
    expect('claims' in decision && decision.claims?.map(({ openItemId }) => openItemId)).toEqual([
      'b',
      'c',
      'd',
      'e',
    ])
  })

  test('P27 P41 the next step is computed from what remains when the oldest is paid', () => {
    const young = itemDue(late(20), { id: 'b' })
    const both = customerWith({ items: [itemDue(due), young], reached: [friendlyThen, firmThen] })
    expect(told(both, contextOn(late(28)))).toBe('message final')
    const rest = customerWith({ items: [young], reached: [friendlyThen, firmThen] })
    expect(told(rest, contextOn(late(28)))).toBe('message friendly')
  })

  test('what has had the same reminder before is listed along with what is new', () => {
    const items = [itemDue(due), itemDue(late(8), { id: 'b' })]
    const facts = customerWith({ items, reached: [friendlyThen], lastContactOn: late(3) })
    const decision = decide(facts, contextOn(late(11)))
    expect(decision).toMatchObject({
      step: { key: 'friendly' },
      sections: [{ payableMinor: 200_00, items: [{ id: 'a' }, { id: 'b' }] }],
      claims: [{ openItemId: 'b' }],
    })
  })

  test('what is past a step already is not asked for again in a milder tone', () => {
    const items = [itemDue(due), itemDue(late(30), { id: 'b' })]
    const facts = customerWith({ items, reached: [friendlyThen, firmThen, finalThen] })
    const decision = decide(facts, contextOn(late(33)))
    expect(decision).toMatchObject({
      step: { key: 'friendly' },
      sections: [{ payableMinor: 100_00, items: [{ id: 'b' }] }],
    })
  })

  test('P34 the same facts in any order give the same decision, byte for byte', () => {
    const items = ['c', 'a', 'b'].map((id) => itemDue(due, { id }))
    const contacts = [contact, { ...contact, id: 'zz' }, { ...contact, id: 'aa' }]
    const one = decide(customerWith({ items, contacts }), contextOn(late(14)))
    const other = decide(
      customerWith({ items: items.toReversed(), contacts: contacts.toReversed() }),
      contextOn(late(14)),
    )
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    expect('cycle' in one && one.cycle).toBe(`a@${due}`)
  })
})

describe('P30 a due day that changes', () => {
  test('an extension starts the ladder again from the new day', () => {
    const extended = itemDue('2026-05-01')
    const facts = customerWith({ items: [extended], reached: [friendlyThen, firmThen] })
    expect(told(facts, contextOn('2026-05-03'))).toBe('nothing')
    expect(told(facts, contextOn('2026-05-04'))).toBe('message friendly')
  })

  test('a correction by a day does not repeat what was said', () => {
    const facts = customerWith({ items: [itemDue(late(1))], reached: [friendlyThen, firmThen] })
    expect(told(facts, contextOn(late(20)))).toBe('nothing')
    expect(told(facts, contextOn(late(29)))).toBe('message final')
  })
})

describe('P26 a step that was held back', () => {
  test('is skipped for the highest due, unless the ladder was entered behind', () => {
    const playbooks = [playbook({ catchUp: { kind: 'from_first' } })]
    const onTime = customerWith({ items: [itemDue(due)], reached: [friendlyThen] })
    expect(told(onTime, contextOn(late(30), { playbooks }))).toBe('message final')
    // Met on the very day on which the second step fell due: it was behind already.
    const behind = reachedOn('friendly', 1, late(14))
    const met = customerWith({ items: [itemDue(due)], reached: [behind] })
    expect(told(met, contextOn(late(30), { playbooks }))).toBe('message firm')
    const before = reachedOn('friendly', 1, late(13))
    const justMet = customerWith({ items: [itemDue(due)], reached: [before] })
    expect(told(justMet, contextOn(late(30), { playbooks }))).toBe('message final')
  })
})

describe('P30 a step reached on the new due day itself', () => {
  test('was before it was late: the ladder starts again', () => {
    const facts = customerWith({ items: [itemDue(late(14))], reached: [friendlyThen, firmThen] })
    expect(told(facts, contextOn(late(17)))).toBe('message friendly')
  })
})

describe('P33 an item that another playbook took to a level', () => {
  test('keeps its place by the key of the step, wherever that is now', () => {
    const steps = [stepAt('new', 1), stepAt('friendly', 3), stepAt('firm', 14)]
    const facts = customerWith({ items: [itemDue(due)], reached: [friendlyThen] })
    const context = contextOn(late(13), { playbooks: [playbook({ steps })] })
    expect(told(facts, context)).toBe('nothing')
  })

  test.each([
    ['of no level', 0, 10, 'message friendly'],
    ['before it was late', 1, 0, 'message friendly'],
    ['after it was late', 1, 1, 'nothing'],
  ])('P35 a contact made elsewhere %s', (_what, level, days, expected) => {
    const outsideContacts = [{ on: late(days), level, receivableId: null }]
    const facts = customerWith({ items: [itemDue(due)], outsideContacts })
    expect(told(facts, contextOn(late(11)))).toBe(expected)
  })

  test('goes on from there', () => {
    const foreign = reachedOn('something', 2, late(14), { playbookId: 'other' })
    const facts = customerWith({ items: [itemDue(due)], reached: [foreign] })
    expect(told(facts, contextOn(late(27)))).toBe('nothing')
    expect(told(facts, contextOn(late(28)))).toBe('message final')
  })

  test('P35 contacts made elsewhere count for the level and the gap', () => {
    const outsideContacts = [{ on: late(10), level: 1, receivableId: null }]
    const facts = customerWith({ items: [itemDue(due)], outsideContacts, lastContactOn: late(10) })
    expect(told(facts, contextOn(late(14)))).toBe('held minimum_gap')
    expect(told(facts, contextOn(late(17)))).toBe('message firm')
  })
})

describe('the highest playbook', () => {
  test('is the one with most conditions, then the larger priority, then the older', () => {
    const everyone = playbook({ id: 'everyone', priority: 100 })
    const { segment } = everyone.content
    const french = playbook({ id: 'french', segment: { ...segment, countries: ['FR'] } })
    const tagged = playbook({ id: 'tagged', segment: { ...segment, tags: ['key'] } })
    const facts = customerWith({ items: [itemDue(due)], tags: ['key'] })
    const named = (playbooks: GateContext['playbooks'], chosen: string | null = null) =>
      decide({ ...facts, playbookId: chosen }, contextOn(late(3), { playbooks })).chosen?.playbook
        .id
    expect(named([french, tagged, everyone])).toBe('french')
    expect(named([french, tagged, everyone], 'everyone')).toBe('everyone')
    expect(named([])).toBeUndefined()
  })
})

describe('amounts', () => {
  const minus = (openMinor: number, more = {}) => itemDue(due, { id: 'credit', openMinor, ...more })

  test.each([
    [
      'P49 a credit note of all of it',
      { items: [itemDue(due), minus(-100_00)] },
      'held credits_cover',
    ],
    ['P49 a larger credit note', { items: [itemDue(due), minus(-100_01)] }, 'held credits_cover'],
    [
      'P49 a credit note of all but a cent',
      { items: [itemDue(due), minus(-99_99)] },
      'message friendly',
    ],
    [
      'P51 a credit note in another currency',
      { items: [itemDue(due), minus(-500_00, { currency: 'USD' })] },
      'message friendly',
    ],
    [
      'P43 unapplied cash of all of it',
      { unapplied: [{ currency: 'EUR', minor: 100_00 }] },
      'held unapplied_cash_covers',
    ],
    [
      'P43 unapplied cash of part',
      { unapplied: [{ currency: 'EUR', minor: 99_99 }] },
      'message friendly',
    ],
    [
      'P51 unapplied cash in another currency',
      { unapplied: [{ currency: 'USD', minor: 900_00 }] },
      'message friendly',
    ],
  ])('%s', (_what, more, expected) => {
    const facts = customerWith({ items: [itemDue(due)], ...more })
    expect(told(facts, contextOn(late(3)))).toBe(expected)
  })

  test('P51 currencies stand beside each other', () => {
    const items = [itemDue(due), itemDue(due, { id: 'b', currency: 'JPY', openMinor: 5000 })]
    const decision = decide(customerWith({ items }), contextOn(late(3)))
    expect(decision).toMatchObject({
      sections: [
        { currency: 'EUR', payableMinor: 100_00 },
        { currency: 'JPY', payableMinor: 5000 },
      ],
    })
  })

  test('a covered currency neither leads nor is asked for', () => {
    const items = [
      itemDue(late(-30), { currency: 'USD', id: 'usd' }),
      minus(-200_00, { currency: 'USD' }),
      itemDue(due),
    ]
    const decision = decide(customerWith({ items }), contextOn(late(3)))
    expect(decision).toMatchObject({
      step: { key: 'friendly' },
      sections: [{ currency: 'EUR' }],
      reasons: [{ code: 'credits_cover', values: { currency: 'USD' } }],
    })
  })

  test.each([
    ['below', 9_99, 'held below_floor'],
    ['at', 10_00, 'message friendly'],
  ])('P52 %s the floor', (_what, openMinor, expected) => {
    const policy = {
      ...gatePolicy,
      floorOf: (currency: string) => (currency === 'EUR' ? 10_00 : 1000),
    }
    const facts = customerWith({ items: [itemDue(due, { openMinor })] })
    expect(told(facts, contextOn(late(3), { policy }))).toBe(expected)
  })

  test.each([
    ['is passed over below its floor', 499_99, 'message final'],
    ['is taken at its floor', 500_00, 'task visit'],
    ['is taken at its ceiling', 900_00, 'task visit'],
    ['is passed over above its ceiling', 900_01, 'message final'],
  ])('a step with limits %s', (_what, openMinor, expected) => {
    const limits = { floor: { EUR: 500_00 }, ceiling: { EUR: 900_00 } }
    const steps = [stepAt('final', 3), stepAt('visit', 5, { channel: 'visit', ...limits })]
    const facts = customerWith({ items: [itemDue(due, { openMinor })] })
    expect(told(facts, contextOn(late(5), { playbooks: [playbook({ steps })] }))).toBe(expected)
  })
})
