import { Worker } from 'node:worker_threads'

import type { Answered, Asked } from './calendar.ts'

const PATIENCE_MILLISECONDS = 10_000
const MEMORY_MEGABYTES = 256

/** Reads a calendar in a thread that is ended when it takes too long or too much. */
export function readCalendar(asked: Asked): Promise<Answered | { readonly kind: 'too_much' }> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('calendar.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    })
    const late = setTimeout(() => void thread.terminate(), PATIENCE_MILLISECONDS)
    thread.on('message', (answer: Answered) => resolve(answer))
    thread.on('error', () => {})
    thread.on('exit', () => {
      clearTimeout(late)
      resolve({ kind: 'too_much' })
    })
  })
}
