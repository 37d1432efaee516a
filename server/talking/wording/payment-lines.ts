/** The lines of the account to pay to; the IBAN in groups of four, once. */
export function paymentLines(details: string, iban: string): string[] {
  const lines = details
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const bare = iban.replaceAll(/\s/g, '')
  const isNamed = details.replaceAll(/\s/g, '').includes(bare)
  if (bare === '' || isNamed) return lines
  return [...lines, `IBAN: ${bare.replaceAll(/(.{4})(?=.)/g, '$1 ')}`]
}
