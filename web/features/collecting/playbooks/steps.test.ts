import { expect, test } from 'vitest'

import { EMPTY, type Step } from './playbooks.ts'
import {
  countedFrom,
  eventsOffered,
  freeKey,
  moved,
  newStep,
  placedIn,
  scaleOf,
  ticksOf,
  withStep,
} from './steps.ts'

const step = (part: Partial<Step>): Step => ({ ...newStep([], 'Reminder'), ...part })

test.each([
  [{ offsetDays: 3 }, 1, 0, { offsetDays: 4, lane: 'finance' }],
  [{ offsetDays: -60 }, -1, 0, { offsetDays: -60, lane: 'finance' }],
  [{ offsetDays: 720 }, 7, 0, { offsetDays: 720, lane: 'finance' }],
  [{ lane: 'seller' as const, offsetDays: 3 }, 0, -1, { offsetDays: 3, lane: 'seller' }],
  [{ lane: 'finance' as const, offsetDays: 3 }, 0, 1, { offsetDays: 3, lane: 'legal' }],
  [
    { event: 'payment_received' as const, offsetDays: 0 },
    -1,
    0,
    { offsetDays: 0, lane: 'finance' },
  ],
])('%o moved by %i days and %i lanes', (part, days, lanes, place) => {
  expect(moved(step(part), days, lanes)).toEqual(place)
})

test.each([
  [null, { event: null }],
  ['invoice_created', { event: 'invoice_created', offsetDays: 0, templateKey: 'invoice_note' }],
  ['email_bounced', { event: 'email_bounced', offsetDays: 0, templateKey: 'reminder_friendly' }],
] as const)('a step before the due day, counted from %s instead', (event, part) => {
  expect(countedFrom(step({ offsetDays: -5 }), event)).toEqual(part)
})

test('a call has no text, whatever it is counted from', () => {
  const call = step({ channel: 'call', templateKey: null, offsetDays: 7 })
  expect(countedFrom(call, 'instalment_missed')).toEqual({
    event: 'instalment_missed',
    offsetDays: 7,
    templateKey: null,
  })
})

test('replies are offered only where a step is counted from one already', () => {
  expect(eventsOffered(step({}))).not.toContain('reply_received')
  expect(eventsOffered(step({ event: 'reply_received' }))).toContain('reply_received')
})

test('a new step comes a week after the last, under a key of its own', () => {
  const first = step({ key: 'step_2', offsetDays: 10 })
  expect(newStep([first], 'Next')).toMatchObject({ key: 'step_3', offsetDays: 17 })
  expect(freeKey([first, step({ key: 'step_3' })])).toBe('step_4')
})

test('a change of one step leaves the others', () => {
  const content = { ...EMPTY, steps: [step({ key: 'a' }), step({ key: 'b' })] }
  const [a, b] = withStep(content, 'b', { name: 'Firm' }).steps
  expect([a?.name, b?.name]).toEqual(['Reminder', 'Firm'])
})

test('cards that would cover one another stand in rows beneath', () => {
  const steps = [3, 5, 40].map((offsetDays) => step({ key: `s${offsetDays}`, offsetDays }))
  const scale = scaleOf(steps)
  const placed = placedIn('finance', steps, { scale, width: 600, card: 120 })
  expect(placed.map(({ row }) => row)).toEqual([0, 1, 0])
})

test.each([
  [{ from: -8, to: 42 }, 12],
  [{ from: -64, to: 732 }, 12],
])('the line from %o has at most %i names of days, with the due day among them', (scale, most) => {
  const ticks = ticksOf(scale)
  expect(ticks.length).toBeLessThanOrEqual(most + 1)
  expect(ticks).toContain(0)
})
