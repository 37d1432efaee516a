import { exponentOf } from '#kernel/money.ts'

/** '1.2M' and '340K' for the edge of a chart; the table has the amount to the cent. */
export function compactMoney(minor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
    .format(minor / 10 ** exponentOf(currency))
    .replace('-', '−')
}
