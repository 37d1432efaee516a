/** Whole minor units (cents, yen, fils) of one currency. Never a float; never two currencies added. */
export type Money = { readonly minor: number; readonly currency: string }

/** ISO 4217 exponents that are not 2 (list one, 2024). */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}

/** Decimal places of a currency's minor unit: EUR 2, JPY 0, KWD 3. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2
}

export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not whole minor units: ${minor}`)
  return { minor, currency }
}

/**
 * Reads a plain decimal string ('-1234.50') as minor units. Digits beyond the currency's exponent
 * must be zeros, else null: an amount is never rounded while it is read.
 */
export function minorOfDecimal(text: string, currency: string): number | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return null
  const exponent = exponentOf(currency)
  const fraction = match[3] ?? ''
  if (/[1-9]/.test(fraction.slice(exponent))) return null
  const digits = (match[2] ?? '') + fraction.slice(0, exponent).padEnd(exponent, '0')
  const minor = Number(digits)
  if (!Number.isSafeInteger(minor)) return null
  return match[1] === '-' && minor !== 0 ? -minor : minor
}

/** Writes minor units as a plain decimal string with the currency's places: 123450 EUR → '1234.50'. */
export function decimalOf({ minor, currency }: Money): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/**
 * Splits an amount by whole-number weights without losing a unit; the remainder goes one unit each
 * to the largest fractions, ties to the earlier share.
 */
export function splitMinor(minor: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole <= 0) throw new RangeError('weights must sum to more than zero')
  const sign = minor < 0 ? -1 : 1
  const amount = BigInt(Math.abs(minor))
  const shares = weights.map((weight, index) => {
    const product = amount * BigInt(weight)
    return { index, share: Number(product / BigInt(whole)), rest: product % BigInt(whole) }
  })
  const left = Math.abs(minor) - shares.reduce((sum, { share }) => sum + share, 0)
  const byRest = shares.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  )
  const lucky = new Set(byRest.slice(0, left).map(({ index }) => index))
  return shares.map(({ index, share }) => sign * (share + (lucky.has(index) ? 1 : 0)) || 0)
}
