/** Chance that is the same every time: whoever asks with the same seed hears the same. */
export type Random = {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  readonly chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  /** Around a mean, most within one deviation (normal distribution). */
  readonly around: (mean: number, deviation: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** An item as often as its weight says. */
  readonly weighted: <Item>(items: readonly (readonly [item: Item, weight: number])[]) => Item
}

export function randomOf(seed: string): Random {
  const next = mulberry32(hashOf(seed))
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    // Box and Muller: two even chances make one that clusters.
    around: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    weighted: (items) => weightedOf(items, next),
  }
}

function weightedOf<Item>(
  items: readonly (readonly [item: Item, weight: number])[],
  next: () => number,
): Item {
  let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  throw new RangeError('nothing to pick from')
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** A small generator that passes the usual tests, by Tommy Ettinger. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
