import type { Instant } from '../../kernel/day.ts'
import {
  checkTimestamp,
  timestampRequest,
  tokenIn,
  type TimestampProblem,
} from './cms/timestamp.ts'
import { MalformedDer } from './der/read.ts'

export type Stamped =
  | { readonly token: Buffer; readonly at: Instant; readonly problem: null }
  | { readonly token: null; readonly problem: TimestampProblem }

const PATIENCE_MILLISECONDS = 10_000
const LARGEST_ANSWER_BYTES = 1024 * 1024

/** Asks a timestamp authority (RFC 3161 over HTTP) once, and checks its answer before anybody trusts it. */
export async function askAuthority(url: string, value: Buffer): Promise<Stamped> {
  const { request, nonce } = timestampRequest(value)
  const answer = await post(url, request)
  if (typeof answer === 'string') return { token: null, problem: answer }
  try {
    const token = tokenIn(answer)
    if (!token) return { token: null, problem: 'refused' }
    const { at, problem } = checkTimestamp(token, value, nonce)
    return problem ? { token: null, problem } : { token, at, problem: null }
  } catch (error) {
    if (error instanceof MalformedDer) return { token: null, problem: 'malformed' }
    throw error
  }
}

async function post(url: string, body: Buffer): Promise<Buffer | TimestampProblem> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
      },
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    })
    if (!response.ok) return 'http_error'
    const answer = Buffer.from(await response.arrayBuffer())
    return answer.length > LARGEST_ANSWER_BYTES ? 'malformed' : answer
  } catch (error) {
    // Whatever the network says, it is not there now: the seal goes without, and says so.
    return error instanceof Error && error.name === 'TimeoutError' ? 'timed_out' : 'unreachable'
  }
}
