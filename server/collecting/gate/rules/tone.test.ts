import { describe, expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import { contextOn, customerWith, itemDue, playbook, stepAt } from '../../../testing/gate-facts.ts'
import type { Step } from '../../playbooks/rules/content.ts'
import { decide } from './decide.ts'
import type { CustomerFacts } from './facts.ts'
import { severityOf } from './tone.ts'

const tones = contextOn('2026-03-04').tones

test.each([
  ['a friendly text', {}, 'friendly'],
  ['a firm text', { templateKey: 'reminder_firm' }, 'firm'],
  ['a final text', { templateKey: 'reminder_final' }, 'formal'],
  ['a text that announces what follows', { announces: 'legal_action' as const }, 'formal'],
  ['a letter of the legal lane', { lane: 'legal' as const, templateKey: null }, 'formal'],
  ['a call of finance', { channel: 'call' as const, templateKey: null }, 'friendly'],
  ['a text that nobody knows', { templateKey: 'gone' }, 'friendly'],
  ['thanks', { templateKey: 'thank_you' }, 'friendly'],
])('%s is %s', (_what, step: Partial<Step>, expected) => {
  expect(severityOf(stepAt('s', 3, step), tones)).toBe(expected)
})

/** What a customer 30 days late gets on 4 March at a step of this template. */
function told(templateKey: string, facts: Partial<CustomerFacts>, on = '2026-03-04'): string {
  const steps = [
    stepAt('s', 3, { templateKey }),
    stepAt('call', 90, { channel: 'call', templateKey: null }),
  ]
  const customer = customerWith({ items: [itemDue('2026-02-02')], ...facts })
  const { kind, reasons } = decide(
    customer,
    contextOn(on, { playbooks: [playbook({ steps, catchUp: { kind: 'from_first' } })] }),
  )
  return [kind, ...reasons.map(({ code }) => code)].join(' ')
}

const spoke = (on: string, until: string) => ({
  sellerTalks: [{ on: day(on), until: day(until) }],
})

describe('after a friendly conversation of the seller', () => {
  test.each([
    ['nothing final the day after', 'reminder_final', spoke('2026-03-03', '2026-03-10'), false],
    ['nothing final on the last day', 'reminder_final', spoke('2026-02-25', '2026-03-04'), false],
    [
      'the final notice on the day after that',
      'reminder_final',
      spoke('2026-02-24', '2026-03-03'),
      true,
    ],
    ['a firm reminder all the same', 'reminder_firm', spoke('2026-03-03', '2026-03-10'), true],
    ['a friendly one all the same', 'reminder_friendly', spoke('2026-03-03', '2026-03-10'), true],
    [
      'nothing said yet of a visit to come',
      'reminder_final',
      spoke('2026-03-05', '2026-03-12'),
      true,
    ],
  ])('%s', (_what, templateKey, facts, goes) => {
    expect(told(templateKey, facts)).toBe(goes ? 'message' : 'held seller_spoke')
  })
})

describe('while the seller waits for an answer of ours', () => {
  test.each([
    ['nothing final', 'reminder_final', 'held seller_question_open'],
    ['nothing firm', 'reminder_firm', 'held seller_question_open'],
    ['a friendly word all the same', 'reminder_friendly', 'message'],
  ])('%s', (_what, templateKey, expected) => {
    expect(told(templateKey, { sellerAskedOn: day('2026-03-04') })).toBe(expected)
  })
})

test('every reason is told, never the first only', () => {
  const facts = { ...spoke('2026-03-03', '2026-03-10'), sellerAskedOn: day('2026-03-02') }
  expect(told('reminder_final', facts)).toBe('held seller_spoke seller_question_open')
})
