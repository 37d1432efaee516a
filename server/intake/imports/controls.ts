/** Control totals: what the file sums to, count and whole minor units per field and currency. */
export type Control = {
  readonly field: ControlField
  readonly currency: string
  count: number
  minor: bigint
}
export type ControlField = 'total' | 'open_amount' | 'payment_amount'
export type Controls = {
  readonly count: (field: ControlField, currency: string, minor: number) => void
  readonly all: () => readonly Control[]
}

export function newControls(): Controls {
  const sums = new Map<string, Control>()
  return {
    count: (field, currency, minor) => {
      const key = `${field} ${currency}`
      let sum = sums.get(key)
      if (!sum) {
        sum = { field, currency, count: 0, minor: 0n }
        sums.set(key, sum)
      }
      sum.count += 1
      sum.minor += BigInt(minor)
    },
    all: () => [...sums.values()],
  }
}
