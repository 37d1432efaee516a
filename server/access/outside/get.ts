import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'

import type { World } from '../../world.ts'
import { reachable } from './address.ts'

/** What came of asking somebody outside for a file. */
export type Got =
  | { readonly kind: 'fresh'; readonly text: string; readonly version: string }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'failed'
      readonly code:
        | 'not_https'
        | 'no_such_host'
        | 'inside_network'
        | 'not_answered'
        | 'refused'
        | 'gone'
        | 'too_large'
        | 'too_many_redirects'
    }

type Asking = {
  /** What the answer before called itself, so that the same is not sent again. */
  readonly version: string
  readonly mostBytes: number
  readonly accept: string
}

type Step = Got | { readonly kind: 'elsewhere'; readonly to: string }

const MOST_REDIRECTS = 3
const PATIENCE_MILLISECONDS = 20_000

/**
 * Fetches a file from outside, by https only. Each name on the way is looked up once and the
 * connection goes to what was found, so that neither a redirection nor a second answer of a name
 * server leads inside; size and time are bounded as a whole.
 */
export async function getOutside(world: World, address: string, asking: Asking): Promise<Got> {
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
  let next = address
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const step = await stepTo(world, next, { ...asking, signal })
    if (step.kind !== 'elsewhere') return step
    if (!URL.canParse(step.to, next)) return failed('refused')
    next = new URL(step.to, next).href
  }
  return failed('too_many_redirects')
}

function failed(code: Extract<Got, { kind: 'failed' }>['code']): Got {
  return { kind: 'failed', code }
}

async function stepTo(
  world: World,
  address: string,
  asking: Asking & { readonly signal: AbortSignal },
): Promise<Step> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'https:') return failed('not_https')
  const { allowedHosts = [], certificates } = world.outside ?? {}
  const found = await reachable(url.hostname, allowedHosts)
  if (found === null) return failed('no_such_host')
  if (found === 'inside') return failed('inside_network')
  return new Promise((resolve) => {
    const sending = request(
      url,
      {
        headers: {
          accept: asking.accept,
          'accept-encoding': 'identity',
          ...(asking.version === '' ? {} : { 'if-none-match': asking.version }),
        },
        lookup: (_host, { all }, done) => {
          if (all === true) done(null, [found])
          else done(null, found.address, found.family)
        },
        agent: false,
        signal: asking.signal,
        ...(certificates === undefined ? {} : { ca: certificates }),
      },
      (reply) => void stepOf(reply, asking.mostBytes).then(resolve),
    )
    sending.on('error', () => resolve(failed('not_answered')))
    sending.end()
  })
}

async function stepOf(reply: IncomingMessage, mostBytes: number): Promise<Step> {
  const { statusCode = 0, headers } = reply
  const drop = (step: Step) => {
    reply.destroy()
    return step
  }
  if (statusCode === 304) return drop({ kind: 'unchanged' })
  if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
    return drop({ kind: 'elsewhere', to: headers.location })
  }
  if (statusCode === 404 || statusCode === 410) return drop(failed('gone'))
  if (statusCode !== 200) return drop(failed('refused'))
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of reply) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stream without an encoding gives buffers
      const buffer = part as Buffer
      bytes += buffer.length
      if (bytes > mostBytes) return drop(failed('too_large'))
      parts.push(buffer)
    }
  } catch {
    return failed('not_answered')
  }
  return { kind: 'fresh', text: Buffer.concat(parts).toString('utf8'), version: headers.etag ?? '' }
}
