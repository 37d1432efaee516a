import { exponentOf, type Money } from '#kernel/money.ts'

export type MoneyParts = {
  readonly sign: '' | '−'
  readonly whole: string
  /** With its separator, ',50'; empty for currencies without minor units. */
  readonly fraction: string
  readonly currency: string
}

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale}/${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // Spanish leaves four digits ungrouped, which breaks a column of amounts.
    useGrouping: 'always',
  })
  formats.set(key, made)
  return made
}

/** An amount in the pieces that a table lines up; the minus is a true one. */
export function partsOfMoney({ minor, currency }: Money, locale: string): MoneyParts {
  const exponent = exponentOf(currency)
  const parts = formatOf(locale, exponent).formatToParts(Math.abs(minor) / 10 ** exponent)
  const at = parts.findIndex(({ type }) => type === 'decimal')
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join('')
  return {
    sign: minor < 0 ? '−' : '',
    whole: at < 0 ? text(0) : text(0, at),
    fraction: at < 0 ? '' : text(at),
    currency,
  }
}

/** An amount in running text: '−1,234.50 EUR' with a space that does not break. */
export function moneyText(amount: Money, locale: string): string {
  const { sign, whole, fraction, currency } = partsOfMoney(amount, locale)
  return `${sign}${whole}${fraction}\u00A0${currency}`
}

/** An amount for a headline, without its minor units: '1,235 EUR'. */
export function roundMoneyText({ minor, currency }: Money, locale: string): string {
  const units = Math.round(Math.abs(minor) / 10 ** exponentOf(currency))
  const sign = minor < 0 && units > 0 ? '−' : ''
  return `${sign}${formatOf(locale, 0).format(units)}\u00A0${currency}`
}
