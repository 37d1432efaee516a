/** A decimal of a file, '19181.00', as the reader writes it: '19.181,00'. Other texts stay as they are. */
export function decimalText(text: string, locale: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '0', fraction] = parts
  const grouped = new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(BigInt(whole))
  const point = new Intl.NumberFormat(locale)
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value
  return `${sign === '' ? '' : '−'}${grouped}${fraction === undefined ? '' : `${point ?? '.'}${fraction}`}`
}
