import { Worker } from 'node:worker_threads'

import type { Part, Said } from './merge.ts'
import type { Outcome } from './rules.ts'

export type Merged = { readonly pdf: Uint8Array; readonly outcomes: readonly Outcome[] }

const PATIENCE_MILLISECONDS = 30_000
const MEMORY_MEGABYTES = 512
/** So many documents may end the thread before all of them are doubted. */
const MOST_DEATHS = 3

let waiting: Promise<unknown> = Promise.resolve()

/** One bundle at a time: two would take twice the memory, and nobody is faster for it. */
export function mergeParts(parts: readonly Omit<Part, 'isSkipped'>[]): Promise<Merged> {
  const merging = waiting.then(() => mergeKindly(parts, new Set()))
  waiting = merging.catch(() => {})
  return merging
}

/** A document that kills the thread, or keeps it for ever, is left out of the next try. */
async function mergeKindly(
  parts: readonly Omit<Part, 'isSkipped'>[],
  skipped: ReadonlySet<number>,
): Promise<Merged> {
  const end = await mergeOnce(parts.map((part, at) => ({ ...part, isSkipped: skipped.has(at) })))
  if ('pdf' in end) return end
  if (skipped.size >= MOST_DEATHS || end.diedAt < 0 || skipped.has(end.diedAt)) {
    throw new Error('the documents cannot be put together')
  }
  return mergeKindly(parts, new Set([...skipped, end.diedAt]))
}

function mergeOnce(parts: readonly Part[]): Promise<Merged | { readonly diedAt: number }> {
  return new Promise((resolve) => {
    let at = -1
    const thread = new Worker(new URL('merge.ts', import.meta.url), {
      workerData: parts,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    })
    const late = setTimeout(() => void thread.terminate(), PATIENCE_MILLISECONDS)
    thread.on('message', (said: Said) => {
      if (said.kind === 'done') resolve({ pdf: said.pdf, outcomes: said.outcomes })
      else ({ at } = said)
    })
    thread.on('error', () => {})
    thread.on('exit', () => {
      clearTimeout(late)
      resolve({ diedAt: at })
    })
  })
}
