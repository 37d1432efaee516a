import type * as z from 'zod'

import type { Contract } from '#contract/http'

import { speakWholly, textOfCode } from '../language/texts.ts'
import { noteReach } from './reach.ts'

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
export function addressOf(contract: Pick<Contract, 'url'>, input: Loose = {}): string {
  const path = contract.url.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(plain(input.params?.[name])),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (plain(value) !== '') query.set(name, plain(value))
  }
  return `/api${path}${query.size > 0 ? `?${query}` : ''}`
}

/** As it stands in an address: what is absent is left out. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Calls the server as a contract describes it. */
export async function call<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  signal?: AbortSignal,
): Promise<ReplyOf<C>> {
  const loose: Loose = input ?? {}
  const { body } = loose
  const json = { 'content-type': 'application/json' }
  const answer = await ask(addressOf(contract, loose), {
    method: contract.method,
    headers: { ...OURS, ...(body === undefined ? {} : json) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checks its answers against the same contract
  return answer as ReplyOf<C>
}

type Written = {
  readonly method: string
  readonly address: string
  readonly body: unknown
}

/** Calls what was written down before: see web/offline/outbox. It goes on when the page is left. */
export function callAddress({ method, address, body }: Written): Promise<unknown> {
  const headers = { ...OURS, 'content-type': 'application/json' }
  return ask(address, { method, headers, body: JSON.stringify(body), keepalive: true })
}

/** Calls the server with a file, as a form of one part. */
export async function callWithFile<C extends Contract>(
  contract: C,
  file: File,
  input: Omit<InputOf<C>, 'body'>,
): Promise<ReplyOf<C>> {
  const body = new FormData()
  body.append('file', file)
  const answer = await ask(addressOf(contract, input), {
    method: contract.method,
    headers: OURS,
    body,
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return answer as ReplyOf<C>
}

/** No other site can set it: a part of the defence against forged requests. */
const OURS = { 'x-goodterms': 'web' } as const

async function ask(address: string, request: RequestInit): Promise<unknown> {
  const reply = await reach(address, request)
  const answer: unknown = await reply.json().catch(() => null)
  if (reply.ok) return answer
  const refusal = refusalOf(reply.status, answer)
  await sentenceThere(refusal)
  throw refusal
}

/** The sentences of rare refusals come with the first of them. */
async function sentenceThere(refusal: Error): Promise<void> {
  if (!(refusal instanceof RefusedError)) return
  if (textOfCode(`refusals.${refusal.code}`, refusal.details) !== null) return
  // Without them the general sentence is said.
  await speakWholly().catch(() => {})
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    const reply = await fetch(address, request)
    noteReach(reply)
    return reply
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    noteReach(null)
    throw new UnreachableError('the server does not answer', { cause })
  }
}

function refusalOf(status: number, answer: unknown): Error {
  if (isProblem(answer)) return new RefusedError(status, answer.code, answer.details)
  // A proxy in front of a server that is down answers without a code.
  return status >= 502
    ? new UnreachableError(`status ${status}`)
    : new RefusedError(status, 'internal_error')
}

type Problem = {
  readonly code: string
  readonly details?: Readonly<Record<string, string | number>>
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer
}
