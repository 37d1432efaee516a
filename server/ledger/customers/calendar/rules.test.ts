import { describe, expect, test } from 'vitest'

import { day } from '../../../kernel/day.ts'
import { calendarOf } from './rules.ts'

const on = (...days: readonly string[]) => days.map((one) => ({ on: day(one), payments: 1 }))

/** Fridays around the fifteenth. */
const FRIDAYS = ['2026-01-16', '2026-02-13', '2026-03-13', '2026-04-17', '2026-05-15']
/** Days that have nothing in common. */
const ANY = ['2026-01-06', '2026-02-25', '2026-03-21', '2026-04-09', '2026-05-31', '2026-06-15']

const SIX_FRIDAYS = [
  '2026-01-02',
  '2026-01-09',
  '2026-01-16',
  '2026-01-23',
  '2026-01-30',
  '2026-02-06',
]
const FOUR_OTHERS = ['2026-03-03', '2026-04-21', '2026-05-13', '2026-06-18']

describe('the days on which a customer pays', () => {
  test.each([
    ['five payments say nothing', on(...FRIDAYS), [[], [], 0, 5]],
    ['six do', on(...FRIDAYS, '2026-06-19'), [[5], [15], 5, 6]],
    ['nothing stands out', on(...ANY), [[], [], 0, 6]],
    [
      'Fridays of any date',
      on('2026-01-02', '2026-01-16', '2026-02-27', '2026-03-06', '2026-04-24', '2026-05-13'),
      [[5], [], 5, 6],
    ],
    [
      'the fifteenth, whatever weekday it is',
      on('2026-01-15', '2026-02-16', '2026-03-17', '2026-04-14', '2026-05-13', '2026-06-15'),
      [[], [15], 6, 6],
    ],
    [
      'the end of the month and its first days',
      on('2026-01-30', '2026-03-02', '2026-04-01', '2026-04-29', '2026-06-02', '2026-06-30'),
      [[], [31], 6, 6],
    ],
    [
      'two runs a month',
      on('2026-01-05', '2026-01-20', '2026-02-06', '2026-02-19', '2026-03-04', '2026-03-21'),
      [[], [5, 20], 6, 6],
    ],
    ['three in five', on(...SIX_FRIDAYS, ...FOUR_OTHERS), [[5], [], 6, 10]],
    [
      'less than three in five',
      on(...SIX_FRIDAYS.slice(1), ...FOUR_OTHERS, '2026-02-04'),
      [[], [], 0, 10],
    ],
  ] as const)('%s', (_, paid, [weekdays, monthDays, kept, payments]) => {
    expect(calendarOf(paid)).toEqual({ weekdays, monthDays, kept, payments })
  })

  test('payments of one day count each', () => {
    expect(calendarOf([{ on: day('2026-01-16'), payments: 6 }])).toMatchObject({ kept: 6 })
  })

  test('the last days of February are the end of a month, the 27th of March is not', () => {
    const february = on('2026-02-26', '2026-02-27', '2026-02-28')
    expect(calendarOf([...february, ...february]).monthDays).toEqual([31])
    const march = Array.from({ length: 6 }, (_, at) => on(`2026-0${at + 3}-27`)).flat()
    expect(calendarOf(march).monthDays).not.toContain(31)
  })
})
