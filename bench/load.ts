import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

import { percentile } from './print.ts'

export type Load = {
  readonly users: number
  readonly seconds: number
  /** How long a person looks at a page before they open the next one; 0 hammers. */
  readonly looksFor: number
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** The path of a request; called anew for each. */
  readonly path: (turn: number) => string
}

export type Latencies = {
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  readonly failed: number
}

/**
 * Lets so many people open one page after the other, for so long, and tells how long answers took.
 * They do not begin at once, as people do not.
 */
export async function underLoad(load: Load): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.users })
  const took: number[] = []
  let failed = 0
  let turn = 0
  const until = performance.now() + load.seconds * 1000

  async function user(number: number): Promise<void> {
    await pause((load.looksFor * number) / load.users)
    while (performance.now() < until) {
      const start = performance.now()
      const status = await get(agent, load, load.path((turn += 1)))
      took.push(performance.now() - start)
      if (status !== 200) failed += 1
      if (load.looksFor > 0) await pause(load.looksFor)
    }
  }

  await Promise.all(Array.from({ length: load.users }, (_, number) => user(number)))
  agent.destroy()
  return {
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    perSecond: took.length / load.seconds,
    failed,
  }
}

function get(agent: Agent, { url, headers }: Load, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
      .once('error', reject)
      .end()
  })
}
