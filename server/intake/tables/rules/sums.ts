/** An exact sum of plain decimals, kept to a millionth. */
export type Sum = { count: number; small: number; large: bigint }

const PLACES = 6
const MILLION = 10 ** PLACES
const SAFE = 2 ** 52

export function newSum(): Sum {
  return { count: 0, small: 0, large: 0n }
}

export function add(sum: Sum, decimal: string): void {
  sum.count += 1
  addScaled(sum, scaledOf(decimal))
}

function addScaled(sum: Sum, scaled: number | bigint): void {
  if (typeof scaled === 'bigint') {
    sum.large += scaled
    return
  }
  sum.small += scaled
  if (Math.abs(sum.small) > SAFE) {
    sum.large += BigInt(sum.small)
    sum.small = 0
  }
}

/** The decimal in millionths; digits beyond are rounded, half away from zero. */
export function scaledOf(decimal: string): number | bigint {
  const dot = decimal.indexOf('.')
  // Fifteen digits fit a double, so that rounding the product finds the exact millionths.
  if (decimal.length < 16 && (dot === -1 || decimal.length - dot <= PLACES + 1)) {
    const scaled = Math.round(Number(decimal) * MILLION)
    if (Math.abs(scaled) < SAFE) return scaled
  }
  const whole = dot === -1 ? decimal : decimal.slice(0, dot)
  const fraction = dot === -1 ? '' : decimal.slice(dot + 1)
  const digits = whole + fraction.slice(0, PLACES).padEnd(PLACES, '0')
  const up = (fraction.codePointAt(PLACES) ?? 48) >= 53 ? 1 : 0
  const sign = decimal.startsWith('-') ? -1 : 1
  const number = Number(digits)
  if (Math.abs(number) < SAFE) return number + sign * up
  return BigInt(digits) + BigInt(sign * up)
}

export function valueOf({ small, large }: Sum): bigint {
  return large + BigInt(small)
}

/** Millionths as a plain decimal with at least `places` decimals and no needless zeros beyond. */
export function decimalOfScaled(scaled: bigint, places = 2): string {
  const sign = scaled < 0n ? '-' : ''
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(PLACES + 1, '0')
  const whole = digits.slice(0, -PLACES)
  const fraction = digits.slice(-PLACES).replace(/0+$/, '').padEnd(places, '0')
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`
}

/** The decimal with no more places than a currency has, rounded half away from zero. */
export function roundedTo(decimal: string, places: number): string {
  const dot = decimal.indexOf('.')
  if (dot === -1 || decimal.length - dot - 1 <= places) return decimal
  const kept = decimal.slice(0, dot + 1 + places)
  const next = decimal.codePointAt(dot + 1 + places) ?? 48
  const plain = places === 0 ? kept.slice(0, -1) : kept
  if (next < 53) return plain
  const sign = decimal.startsWith('-') ? '-' : ''
  const digits = plain.replace(/[-.]/g, '')
  const up = String(BigInt(digits) + 1n).padStart(digits.length, '0')
  return places === 0 ? sign + up : `${sign}${up.slice(0, -places)}.${up.slice(-places)}`
}
