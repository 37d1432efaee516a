import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/day.ts'
import { csvLine, harmless, workbookCell } from './rules.ts'

describe('P77 what a spreadsheet could take for a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 89 1234', "'+49 89 1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
  ])('%j becomes %j', (text, safe) => {
    expect(harmless(text)).toBe(safe)
  })

  test.each(['-5', '-1234.50', '+7', '-1,5', 'Müller', 'a=b', '', ' =x'])('%j stays', (text) => {
    expect(harmless(text)).toBe(text)
  })
})

test('a line has plain decimals, ISO days and quoted text', () => {
  const cells = [
    'Bar, "Grill" & Co',
    { minor: -1_234_50, currency: 'EUR' },
    { minor: 500, currency: 'JPY' },
    { minor: 1, currency: 'KWD' },
    { day: day('2026-03-01') },
    null,
    7,
    '=cmd',
  ]
  expect(csvLine(cells)).toBe('"Bar, ""Grill"" & Co",-1234.50,500,0.001,2026-03-01,,7,\'=cmd\r\n')
})

test('a workbook has numbers with the places of their currency, days as days, text as text', () => {
  expect(workbookCell({ minor: -5, currency: 'EUR' })).toEqual({ value: -0.05, format: '#,##0.00' })
  expect(workbookCell({ minor: 5, currency: 'JPY' })).toEqual({ value: 5, format: '#,##0' })
  expect(workbookCell({ minor: 5, currency: 'KWD' })).toEqual({ value: 0.005, format: '#,##0.000' })
  expect(workbookCell({ day: day('2026-03-01') })).toEqual({ value: 46_082, format: 'yyyy-mm-dd' })
  expect(workbookCell('=1+1')).toEqual({ value: '=1+1' })
})
