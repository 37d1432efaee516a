import { minorOfDecimal } from '#kernel/money.ts'

/**
 * Minor units of an amount as a person types it in their locale ('1.234,50', '1234.5', '1 234,50'),
 * or null when it is none. A single separator before exactly three digits is read as the locale
 * writes it; everywhere else the last separator is the decimal one.
 */
export function minorOfTyped(text: string, currency: string, locale: string): number | null {
  const typed = text.replaceAll(/[\s\u00A0\u202F'’]/g, '').replace('−', '-')
  if (!/^[+-]?[\d.,]+$/.test(typed)) return null
  const decimal = decimalSignOf(typed, locale)
  const group = decimal === ',' || (decimal === null && typed.includes('.')) ? '.' : ','
  const [whole = '', fraction = '', ...more] = typed.split(decimal ?? '\0')
  if (more.length > 0 || fraction.includes(group)) return null
  if (!isGroupedWell(whole, group)) return null
  const digits = whole.replaceAll(group, '')
  return minorOfDecimal(fraction === '' ? digits : `${digits || '0'}.${fraction}`, currency)
}

function decimalSignOf(typed: string, locale: string): ',' | '.' | null {
  const commas = typed.split(',').length - 1
  const points = typed.split('.').length - 1
  if (commas > 0 && points > 0) return typed.lastIndexOf(',') > typed.lastIndexOf('.') ? ',' : '.'
  if (commas + points !== 1) return null
  const sign = commas === 1 ? ',' : '.'
  const isAmbiguous = /^[+-]?\d{1,3}[.,]\d{3}$/.test(typed)
  return isAmbiguous && sign !== decimalSignOfLocale(locale) ? null : sign
}

function decimalSignOfLocale(locale: string): ',' | '.' {
  return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.'
}

function isGroupedWell(whole: string, group: string): boolean {
  const groups = whole.replace(/^[+-]/, '').split(/[.,]/)
  if (groups.length === 1) return true
  if (whole.includes(group === ',' ? '.' : ',') && whole.includes(group)) return false
  return groups.slice(1).every((part) => part.length === 3) && (groups[0]?.length ?? 0) <= 3
}
