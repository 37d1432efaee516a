/** '12,345' with the locale's own grouping and a true minus. */
export function numberText(value: number, locale: string, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
    useGrouping: 'always',
  })
    .format(value)
    .replace('-', '−')
}

/** '38.9 %' from 0.389. */
export function percentText(share: number, locale: string, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  })
    .format(share)
    .replace('-', '−')
}
