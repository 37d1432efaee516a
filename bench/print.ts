export type Figure = {
  /** What was measured, as a name that stays: 'ageing_of_50000_p95'. */
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** The same work without Goodterms, measured in the same run. */
  readonly reference?: { readonly what: string; readonly value: number }
  /** What the project aims at: a bound on the value or on the ratio. */
  readonly aim?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Prints one figure as one line of JSON, with its ratio to the reference. */
export function print({ reference, ...figure }: Figure): void {
  const ratio = reference ? { ratio: rounded(figure.value / reference.value) } : {}
  const beside = reference
    ? { reference: { what: reference.what, value: rounded(reference.value) } }
    : {}
  console.log(JSON.stringify({ ...figure, value: rounded(figure.value), ...beside, ...ratio }))
}

/** The value below which this share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of each of `times` runs, after `warmUp` that do not count. */
export async function timedEach(
  times: number,
  work: () => Promise<unknown>,
  warmUp = 3,
): Promise<number[]> {
  for (let run = 0; run < warmUp; run += 1) await work()
  const took: number[] = []
  for (let run = 0; run < times; run += 1) took.push(await timed(work))
  return took
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
