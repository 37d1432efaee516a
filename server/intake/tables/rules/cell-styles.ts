import { addDays, day } from '../../../kernel/day.ts'

/** How a workbook shows a number: as a day, with leading zeros, or as it is. */
export type CellStyle = 'number' | 'date' | { readonly digits: number }

const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
])

/** The style of a number format (ECMA-376 §18.8.30). */
export function cellStyleOf(id: number, code: string | undefined): CellStyle {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? 'date' : 'number'
  if (isDateFormat(code)) return 'date'
  return /^0{2,15}$/.test(code) ? { digits: code.length } : 'number'
}

/** Whether a format shows a calendar day; hours and minutes alone do not. */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code.split(';')
  const letters = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  if (letters.includes('general') || letters.includes('standard')) return false
  return /[ydj]|mmm|t{1,2}[./-]/.test(letters)
}

const LAST_DAY = 2_958_465

/** The day of a serial number, written year-month-day; the number itself when it is no day. */
export function dayText(serial: number, countsFrom1904: boolean): string {
  const whole = Math.floor(serial)
  if (whole < 0 || whole > LAST_DAY) return String(serial)
  if (countsFrom1904) return addDays(day('1904-01-01'), whole)
  if (whole === 0) return ''
  // Serial 60 is 29 February 1900, a day that Excel has and the calendar has not.
  return addDays(day('1899-12-30'), whole < 60 ? whole + 1 : whole)
}
