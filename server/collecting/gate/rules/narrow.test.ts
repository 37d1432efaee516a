import { assert, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, day } from '../../../kernel/day.ts'
import { contextOn, customerWith, itemDue, playbook, stepAt } from '../../../testing/gate-facts.ts'
import { ladderOf } from '../../playbooks/rules/ladder.ts'
import { decide } from './decide.ts'
import type { CustomerFacts } from './facts.ts'
import { narrowingOf, type Narrowing } from './narrow.ts'

const due = day('2026-03-01')

/** The pass over the items as SQL makes it: store/candidates.ts. */
function isCandidate(facts: CustomerFacts, narrowing: Narrowing): boolean {
  return facts.items.some((item) => {
    const reached = facts.reached.filter(
      (row) =>
        row.openItemId === item.id && (row.cycleDueOn === item.dueOn || row.reachedOn > item.dueOn),
    )
    const level = Math.max(-1, ...reached.map((row) => row.level))
    const until = narrowing.dueUntil[level + 1] ?? null
    const last = reached
      .map(({ reachedOn }) => reachedOn)
      .toSorted()
      .at(-1)
    const mayEnd = level >= narrowing.endLevel && level <= 999
    return (
      item.openMinor > 0 &&
      ((until !== null && item.dueOn <= until) ||
        (mayEnd && last !== undefined && last <= narrowing.endReachedUntil))
    )
  })
}

describe('what SQL narrows to', () => {
  const steps = record({
    offsets: uniqueArray(integer({ min: -10, max: 40 }), { minLength: 1, maxLength: 5 }),
    isLimited: boolean(),
    decisionAfterDays: integer({ min: 0, max: 10 }),
    progression: constantFrom('highest_due' as const, 'one_at_a_time' as const),
    reached: integer({ min: 0, max: 5 }),
    reachedAfter: integer({ min: -10, max: 45 }),
    today: integer({ min: -15, max: 80 }),
    openMinor: constantFrom(50_00, 500_00),
  })

  test('holds everything that a decision is about, whatever the ladder and the day', () => {
    assert(
      property(steps, (given) => {
        const { offsets, isLimited, decisionAfterDays, progression } = given
        const placed = offsets
          .toSorted((a, b) => a - b)
          .map((offset, index) => {
            const isLast = index === offsets.length - 1
            const floor = isLimited && isLast ? { EUR: 100_00 } : {}
            return stepAt(`step${index}`, offset, { floor })
          })
        const one = playbook({ steps: placed, decisionAfterDays, progression })
        const reached = ladderOf(one.content)
          .slice(0, given.reached)
          .map(({ step, level }) => ({
            openItemId: 'a',
            playbookId: 'standard',
            stepKey: step.key,
            level,
            cycleDueOn: due,
            reachedOn: addDays(due, given.reachedAfter),
          }))
        const items = [itemDue(due, { openMinor: given.openMinor })]
        const facts = customerWith({ items, reached })
        const on = addDays(due, given.today)
        const context = contextOn(on, { playbooks: [one] })
        if (decide(facts, context).kind === 'nothing') return
        expect(isCandidate(facts, narrowingOf([one], on))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  const standard = playbook()
  const facts = (level: number, reachedOn = due) =>
    customerWith({
      items: [itemDue(due)],
      reached: [
        {
          openItemId: 'a',
          playbookId: 'standard',
          stepKey: 'x',
          level,
          cycleDueOn: due,
          reachedOn,
        },
      ],
    })

  test.each([
    ['nothing before the first step', customerWith({ items: [itemDue(due)] }), 2, false],
    ['the first step on its day', customerWith({ items: [itemDue(due)] }), 3, true],
    ['nothing between the first and the second', facts(1, addDays(due, 3)), 13, false],
    ['the second on its day', facts(1, addDays(due, 3)), 14, true],
    ['nothing between the last and the decision', facts(4, addDays(due, 35)), 41, false],
    ['the decision on its day', facts(4, addDays(due, 35)), 42, true],
    ['nothing once it was asked for', facts(1000, addDays(due, 42)), 400, false],
    ['no credit', customerWith({ items: [itemDue(due, { openMinor: -1 })] }), 400, false],
  ])('and little else: %s', (_what, customer, days, expected) => {
    const narrowing = narrowingOf([standard], addDays(due, days))
    expect(isCandidate(customer, narrowing)).toBe(expected)
  })

  test('looks back for events as far as any of their steps', () => {
    const thanks = stepAt('thanks', 4, { event: 'payment_received' })
    const narrowing = narrowingOf([playbook({ steps: [thanks] })], due)
    expect(narrowing.eventsFrom).toBe(addDays(due, -14))
    expect(narrowing.dueUntil).toEqual([null, null])
    expect([...narrowing.events]).toEqual(['payment_received'])
    expect(narrowing.arrivedFrom).toBe(null)
  })

  test('looks for new invoices as far back as a note about them may go', () => {
    const note = stepAt('note', 2, { event: 'invoice_created' })
    const { arrivedFrom, events } = narrowingOf([standard, playbook({ steps: [note] })], due)
    expect(arrivedFrom).toBe(addDays(due, -7))
    expect([...events]).toEqual(['invoice_created'])
  })
})
