import type * as z from 'zod'

import type { Contract } from '#contract/http'

type PartOf<C extends Contract, Key extends 'params' | 'querystring' | 'body', As extends string> =
  C['schema'] extends Readonly<Record<Key, infer Schema extends z.ZodType>>
    ? object extends z.input<Schema>
      ? { readonly [K in As]?: z.input<Schema> }
      : { readonly [K in As]: z.input<Schema> }
    : unknown

/** What a contract is asked with: its path's parts, its query and its body, where it has them. */
export type InputOf<C extends Contract> = PartOf<C, 'params', 'params'> &
  PartOf<C, 'querystring', 'query'> &
  PartOf<C, 'body', 'body'>

type Succeeded = 200 | 201 | 202

export type ReplyOf<C extends Contract> = {
  [Status in keyof C['schema']['response'] & Succeeded]: z.output<C['schema']['response'][Status]>
}[keyof C['schema']['response'] & Succeeded]

/** The server's considered "no", with the code that says why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    status: number,
    code: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
    this.status = status
    this.code = code
    this.details = details
  }
}

/** The server did not answer at all. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

type Loose = {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** The address of a contract, for links and downloads. */
export function addressOf<C extends Pick<Contract, 'url'>>(contract: C, input: Loose = {}): string {
  const path = contract.url.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name] ?? '')),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`
}

/** Calls the server as a contract describes it. */
export async function call<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  signal?: AbortSignal,
): Promise<ReplyOf<C>> {
  const loose: Loose = input ?? {}
  const { body } = loose
  const isForm = body instanceof FormData
  const reply = await reach(addressOf(contract, loose), {
    method: contract.method,
    headers: {
      // No other site can set it: a part of the defence against forged requests.
      'x-goodterms': '1',
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const answer: unknown = await reply.json().catch(() => null)
  if (!reply.ok) throw refusalOf(reply.status, answer)
  // The server has checked its answer against the same contract.
  return answer as ReplyOf<C>
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new UnreachableError('the server does not answer', { cause })
  }
}

function refusalOf(status: number, answer: unknown): Error {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) {
    // A proxy in front of a server that is down answers without a code.
    if (status >= 502) return new UnreachableError(`status ${status}`)
    return new RefusedError(status, 'internal_error')
  }
  const { code, details } = answer as { code: string; details?: Record<string, string | number> }
  return new RefusedError(status, code, details)
}
