import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'

type Waiting<Item, Result> = {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets many ask for the same kind of work one by one and does it for all of them at once: whoever asks
 * within so many milliseconds, or while a batch is under way, is in the next. The work answers in the
 * order of its items.
 */
export function together<Item, Result>(
  milliseconds: number,
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let isBusy = false

  async function go(): Promise<void> {
    isBusy = true
    while (waiting.length > 0) {
      await pause(milliseconds)
      const batch = waiting
      waiting = []
      await doAll(batch)
    }
    isBusy = false
  }

  async function doAll(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [index, result] of results.entries()) batch[index]?.resolve(result)
      for (const { reject } of batch.slice(results.length)) reject(new Error('no answer to it'))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isBusy) void go()
    })
}

/** Works on items, so many at once of all that are brought; in the order they come. */
export type Lanes = <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
) => Promise<Result[]>

/** What fails does not keep the others from being finished. */
export function openLanes(count: number): Lanes {
  const waiting: (() => Promise<void>)[] = []
  let open = 0

  async function lane(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
    open -= 1
  }

  function queued<Result>(work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      waiting.push(() => work().then(resolve, reject))
    })
  }

  return async (items, work) => {
    const results = items.map((item) => queued(() => work(item)))
    while (open < count && waiting.length > 0) {
      open += 1
      void lane()
    }
    await Promise.allSettled(results)
    return Promise.all(results)
  }
}

/** What `map` does, with a turn for others after each: connections must not stand still. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) {
    if (results.length > 0) await turn()
    results.push(work(item))
  }
  return results
}
