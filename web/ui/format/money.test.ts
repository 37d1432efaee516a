import { describe, expect, test } from 'vitest'

import { moneyText, partsOfMoney, roundMoneyText } from './money.ts'
import { minorOfTyped } from './read-money.ts'

const SPACE = '\u00A0'
const NARROW = '\u202F'

describe('an amount in running text', () => {
  test.each([
    ['en-GB', 1_234_50, 'EUR', `1,234.50${SPACE}EUR`],
    ['de-DE', 1_234_50, 'EUR', `1.234,50${SPACE}EUR`],
    ['fr-FR', 1_234_50, 'EUR', `1${NARROW}234,50${SPACE}EUR`],
    ['es-ES', 1_234_50, 'EUR', `1.234,50${SPACE}EUR`],
    ['en-GB', 4_820_000, 'JPY', `4,820,000${SPACE}JPY`],
    ['de-DE', 312_345, 'KWD', `312,345${SPACE}KWD`],
    ['en-GB', -5, 'EUR', `−0.05${SPACE}EUR`],
    ['en-GB', 0, 'EUR', `0.00${SPACE}EUR`],
  ])('%s writes %d %s', (locale, minor, currency, said) => {
    expect(moneyText({ minor, currency }, locale)).toBe(said)
  })

  test('a headline leaves the minor units out and rounds', () => {
    expect(roundMoneyText({ minor: 1_234_50, currency: 'EUR' }, 'en-GB')).toBe(`1,235${SPACE}EUR`)
    expect(roundMoneyText({ minor: -49, currency: 'EUR' }, 'en-GB')).toBe(`0${SPACE}EUR`)
  })
})

test('a column gets whole and fraction apart, and a true minus', () => {
  expect(partsOfMoney({ minor: -1_234_50, currency: 'EUR' }, 'de-DE')).toEqual({
    sign: '−',
    whole: '1.234',
    fraction: ',50',
    currency: 'EUR',
  })
  expect(partsOfMoney({ minor: 12, currency: 'JPY' }, 'en-GB').fraction).toBe('')
})

describe('an amount as a person types it', () => {
  test.each([
    ['en-GB', '1,234.50', 1_234_50],
    ['en-GB', '1234.5', 1_234_50],
    ['en-GB', '1,234', 1_234_00],
    ['en-GB', '12,34', 12_34],
    ['de-DE', '1.234,50', 1_234_50],
    ['de-DE', '1.234', 1_234_00],
    ['de-DE', '1,5', 1_50],
    ['de-DE', '1234.50', 1_234_50],
    ['fr-FR', '1 234,50', 1_234_50],
    ['fr-FR', `1${NARROW}234`, 1_234_00],
    ['de-CH', '1’234.50', 1_234_50],
    ['en-GB', '1,234,567.89', 1_234_567_89],
    ['en-GB', '.5', 50],
    ['en-GB', '−20', -20_00],
  ])('%s reads %s', (locale, typed, minor) => {
    expect(minorOfTyped(typed, 'EUR', locale)).toBe(minor)
  })

  test.each([
    ['', 'nothing'],
    ['abc', 'words'],
    ['1.2.3', 'groups of one'],
    ['1,23,4', 'groups of two'],
    ['1.234,5,6', 'two decimal signs'],
    ['0.001', 'more places than the currency has'],
    ['--1', 'two signs'],
  ])('%j is no amount: %s', (typed) => {
    expect(minorOfTyped(typed, 'EUR', 'en-GB')).toBeNull()
  })

  test('yen have no places', () => {
    expect(minorOfTyped('1,234', 'JPY', 'en-GB')).toBe(1_234)
    expect(minorOfTyped('1.5', 'JPY', 'en-GB')).toBeNull()
  })
})
