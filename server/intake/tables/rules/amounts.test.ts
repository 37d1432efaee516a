import { describe, expect, test } from 'vitest'

import { readAmount, voteOf } from './amounts.ts'

describe('an amount in a column with a decimal comma', () => {
  test.each([
    ['1.234,56', '1234.56'],
    ['1234,5', '1234.5'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234,56 €', '1234.56'],
    ["1'234,56", '1234.56'],
    ['-1.234,56', '-1234.56'],
    ['1.234,56-', '-1234.56'],
    ['−12,00', '-12.00'],
    ['(123,45)', '-123.45'],
    ['€ 12,00', '12.00'],
    ['EUR -12,00', '-12.00'],
    ['12,00 CR', '-12.00'],
    ['12,00 H', '-12.00'],
    ['12,00 S', '12.00'],
    ['1.234.567', '1234567'],
    ['1.234', '1234'],
    [',50', '0.50'],
    ['0', '0'],
    ['+5', '5'],
  ])('%s is %s', (written, decimal) => {
    expect(readAmount(written, ',')).toMatchObject({ decimal })
  })

  test.each(['', ' ', '-', '–'])('%j holds none', (written) => {
    expect(readAmount(written, ',')).toBeNull()
  })

  test.each([
    ['12.34', 'amount_contradicts_column'],
    ['1,234.56', 'amount_contradicts_column'],
    ['1.23,45', 'not_an_amount'],
    ['12,34,56', 'not_an_amount'],
    ['zwölf', 'not_an_amount'],
    ['(12', 'not_an_amount'],
    ['-12-', 'not_an_amount'],
    ['1,2E+05', 'amount_shortened'],
    ['#NV', 'cell_holds_error'],
    ['12 Stück', 'not_an_amount'],
  ])('%s is refused as %s', (written, problem) => {
    expect(readAmount(written, ',')).toEqual({ problem })
  })
})

describe('an amount in a column with a decimal point', () => {
  test.each([
    ['1,234.56', '1234.56'],
    ['1234.5', '1234.5'],
    ['1,234', '1234'],
    ['1.234', '1.234'],
    ["1'234.50", '1234.50'],
    ['12,34,567.80', '1234567.80'],
    ['$1,100.50', '1100.50'],
    ['-0.10', '-0.10'],
    ['79656.603', '79656.603'],
  ])('%s is %s', (written, decimal) => {
    expect(readAmount(written, '.')).toMatchObject({ decimal })
  })

  test.each([
    ['12,34', 'amount_contradicts_column'],
    ['0,123.5', 'not_an_amount'],
    ['1,23,45', 'not_an_amount'],
  ])('%s is refused as %s', (written, problem) => {
    expect(readAmount(written, '.')).toEqual({ problem })
  })
})

test('a currency beside the digits is read with them', () => {
  expect(readAmount('12,00 €', ',')).toEqual({ decimal: '12.00', currency: 'EUR' })
  expect(readAmount('CHF 12.00', '.')).toEqual({ decimal: '12.00', currency: 'CHF' })
  expect(readAmount('$12.00', '.')).toEqual({ decimal: '12.00', currency: null })
})

test('a number of a workbook loses its binary noise and nothing else', () => {
  expect(readAmount(0.1 + 0.2, ',')).toEqual({ decimal: '0.3', currency: null })
  expect(readAmount(-1234.5, ',')).toEqual({ decimal: '-1234.5', currency: null })
  expect(readAmount(1e15, '.')).toEqual({ problem: 'amount_shortened' })
  expect(readAmount(999_999_999_999_999, '.')).toMatchObject({ decimal: '999999999999999' })
})

describe('a value votes for the decimal sign', () => {
  test.each([
    ['1.234,56', ','],
    ['1,234.56', '.'],
    ['12,5', ','],
    ['12.5', '.'],
    ['1.234', 'either'],
    ['1,234', 'either'],
    ['0.123', '.'],
    ['0,123', ','],
    ['1234.567', '.'],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['1234', 'plain'],
    ['1 234', 'plain'],
    ['28.02.2019', 'none'],
    ['INV-1', 'none'],
  ])('%s for %s', (written, vote) => {
    expect(voteOf(written)).toBe(vote)
  })
})

test('a cell of a million digits is refused at once', () => {
  expect(readAmount('1'.repeat(1_000_000), '.')).toMatchObject({ decimal: expect.any(String) })
  expect(readAmount(`${'1 '.repeat(500_000)}x`, '.')).toEqual({ problem: 'not_an_amount' })
})
