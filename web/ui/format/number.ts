const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${locale}/${style}/${digits}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: style === 'decimal' ? 'always' : 'auto',
  })
  formats.set(key, made)
  return made
}

/** '12,345' with the locale's own grouping and a true minus. */
export function numberText(value: number, locale: string, fractionDigits = 0): string {
  return formatOf(locale, 'decimal', fractionDigits).format(value).replace('-', '−')
}

/** '38.9 %' from 0.389. */
export function percentText(share: number, locale: string, fractionDigits = 0): string {
  return formatOf(locale, 'percent', fractionDigits).format(share).replace('-', '−')
}
