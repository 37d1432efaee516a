import { request } from 'node:https'

import { reachable } from '../../access/index.ts'
import type { World } from '../../world.ts'
import { readAddress } from './address.ts'

/** What became of a post: 'not_sent' may be tried again, 'unknown' may have arrived. */
export type Posted = {
  readonly kind: 'accepted' | 'refused' | 'unknown' | 'not_sent'
  readonly answer: string
  /** How long the other side asks to wait. */
  readonly waitSeconds?: number
}

const PATIENCE_MILLISECONDS = 10_000
const LONGEST_ANSWER = 2000

/**
 * Posts JSON to an address outside. The name is looked up once and the connection goes to what was
 * found, so that no second answer of a name server leads inside; redirections are not followed.
 */
export async function post(world: World, address: string, body: unknown): Promise<Posted> {
  const url = readAddress(address)
  const { allowedHosts = [], certificates } = world.outside ?? {}
  const found = await reachable(url.hostname, allowedHosts)
  if (found === null) return { kind: 'not_sent', answer: 'The host was not found.' }
  if (found === 'inside') return { kind: 'refused', answer: 'The address is inside the network.' }
  const payload = Buffer.from(JSON.stringify(body))
  return new Promise((resolve) => {
    let hasLeft = false
    const fail = (error: Error) =>
      resolve({ kind: hasLeft ? 'unknown' : 'not_sent', answer: error.message })
    const sending = request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': payload.length },
        lookup: (_host, { all }, done) => {
          if (all === true) done(null, [found])
          else done(null, found.address, found.family)
        },
        agent: false,
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
        ...(certificates === undefined ? {} : { ca: certificates }),
      },
      (reply) => {
        let answer = ''
        reply.setEncoding('utf8')
        reply.on('data', (part: string) => {
          answer = (answer + part).slice(0, LONGEST_ANSWER)
        })
        reply.on('error', fail)
        reply.on('end', () => resolve(postedOf(reply.statusCode ?? 0, answer, reply.headers)))
      },
    )
    sending.on('error', fail)
    sending.on('finish', () => {
      hasLeft = true
    })
    sending.end(payload)
  })
}

/** 2xx is there; 429 asks to wait; a 5xx may have been posted all the same; the rest is a no. */
export function postedOf(
  status: number,
  answer: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Posted {
  const said = `${status} ${answer}`.trim()
  if (status >= 200 && status < 300) return { kind: 'accepted', answer: said }
  if (status === 429) {
    const wait = Number(headers['retry-after'])
    return { kind: 'not_sent', answer: said, ...(wait > 0 ? { waitSeconds: wait } : {}) }
  }
  return { kind: status >= 500 ? 'unknown' : 'refused', answer: said }
}
