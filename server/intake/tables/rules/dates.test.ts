import { describe, expect, test } from 'vitest'

import { readDate, voteOfDate, type DateOrder } from './dates.ts'

describe('a date', () => {
  test.each<[string, DateOrder, string]>([
    ['2019-02-28', 'dmy', '2019-02-28'],
    ['28.02.2019', 'dmy', '2019-02-28'],
    ['28/2/2019', 'dmy', '2019-02-28'],
    ['2/28/2019', 'mdy', '2019-02-28'],
    ['28. 02. 2019', 'dmy', '2019-02-28'],
    ['2019/2/28', 'mdy', '2019-02-28'],
    ['28-02-19', 'dmy', '2019-02-28'],
    ['19-02-28', 'ymd', '2019-02-28'],
    ['20190228', 'dmy', '2019-02-28'],
    ['20190228.0', 'dmy', '2019-02-28'],
    ['28022019', 'dmy', '2019-02-28'],
    ['02282019', 'mdy', '2019-02-28'],
    ['190228', 'ymd', '2019-02-28'],
    ['280219', 'dmy', '2019-02-28'],
    ['28-Feb-2019', 'mdy', '2019-02-28'],
    ['28. Februar 2019', 'mdy', '2019-02-28'],
    ['28 févr. 2019', 'mdy', '2019-02-28'],
    ['28 de febrero de 2019', 'mdy', '2019-02-28'],
    ['Feb 28, 2019', 'dmy', '2019-02-28'],
    ['1er août 2019', 'dmy', '2019-08-01'],
    ['1. März 2019', 'dmy', '2019-03-01'],
    ['3-ene-19', 'dmy', '2019-01-03'],
    ['Mo, 3. Dez. 2018', 'dmy', '2018-12-03'],
    ['2019-02-28T23:30:00Z', 'dmy', '2019-02-28'],
    ['2019-02-28 00:00:00+13:00', 'dmy', '2019-02-28'],
    ['28.02.2019 14:33', 'dmy', '2019-02-28'],
    ['2/28/2019 2:33:00 PM', 'mdy', '2019-02-28'],
    ['43524', 'dmy', '2019-02-28'],
    ['43524.5', 'dmy', '2019-02-28'],
    ['29.02.2020', 'dmy', '2020-02-29'],
    ['01.01.80', 'dmy', '1980-01-01'],
    ['31.12.79', 'dmy', '2079-12-31'],
  ])('%s written %s is %s', (written, order, day) => {
    expect(readDate(written, order)).toMatchObject({ day })
  })

  test.each([
    '0000-00-00',
    '00.00.0000',
    '00000000',
    '9999-12-31',
    '31.12.9999',
    '1900-01-01',
    '-',
    'NaT',
  ])('%s means none', (written) => {
    expect(readDate(written, 'dmy')).toEqual({ placeholder: true })
  })

  test.each<[string, DateOrder, string]>([
    ['2/28/2019', 'dmy', 'date_contradicts_column'],
    ['28.02.2019', 'mdy', 'date_contradicts_column'],
    ['29.02.2019', 'dmy', 'date_impossible'],
    ['31.04.2019', 'dmy', 'date_impossible'],
    ['13/13/2019', 'dmy', 'date_impossible'],
    ['28.02.1919', 'dmy', 'date_impossible'],
    ['soon', 'dmy', 'not_a_date'],
    ['28.02.', 'dmy', 'not_a_date'],
    ['1.2.3.4', 'dmy', 'not_a_date'],
    ['2019', 'dmy', 'not_a_date'],
  ])('%s written %s is refused as %s', (written, order, problem) => {
    expect(readDate(written, order)).toEqual({ problem })
  })

  test('without text is none', () => {
    expect(readDate(' ', 'dmy')).toBeNull()
  })
})

describe('a value votes for the order', () => {
  test.each([
    ['13.02.2019', ['dmy']],
    ['02/13/2019', ['mdy']],
    ['02/03/2019', ['dmy', 'mdy']],
    ['05/05/2019', 'any'],
    ['2019-02-13', 'year_first'],
    ['13 Feb 2019', 'any'],
    ['43524', 'any'],
    ['99-02-13', ['ymd']],
    ['hello', null],
    ['12.50', null],
  ])('%s for %j', (written, vote) => {
    expect(voteOfDate(written)).toEqual(vote)
  })
})
