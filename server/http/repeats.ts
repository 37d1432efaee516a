import { createHash } from 'node:crypto'

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { Refusal } from '../kernel/refusal.ts'
import type { Actor } from './actor.ts'

export type Asking = { readonly actor: Actor; readonly key: string; readonly requestHash: string }

export type Claim =
  /** Nobody has asked this before: do it, and report to `id`. */
  | { readonly kind: 'first'; readonly id: string }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: string }
  | { readonly kind: 'another_request' | 'still_being_done' | 'interrupted' }

/** Remembers what the holder of a key asked and was answered. */
export type Repeats = {
  readonly claim: (asking: Asking) => Promise<Claim>
  readonly keep: (
    actor: Actor,
    id: string,
    answer: { status: number; text: string },
  ) => Promise<void>
  readonly release: (actor: Actor, id: string) => Promise<void>
}

declare module 'fastify' {
  interface FastifyRequest {
    claimId: string | null
  }
}

/**
 * A write that carries an Idempotency-Key is done once, however often a caller who got no answer asks
 * again: the same request gets the same answer, another request under the same key is refused.
 */
export function answerRepeats(app: FastifyInstance, repeats: Repeats): void {
  app.decorateRequest('claimId', null)

  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (key === undefined || request.method === 'GET' || !request.actor) return undefined
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Refusal('invalid', 'bad_idempotency_key')
    }
    const asking = { actor: request.actor, key, requestHash: hashOf(request) }
    const claim = await repeats.claim(asking)
    if (claim.kind === 'answered') return sendAgain(claim, reply)
    request.claimId = idOfFirst(claim)
    return undefined
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { actor, claimId } = request
    if (!actor || claimId === null) return payload
    request.claimId = null
    const status = reply.statusCode
    const isKept = status < 500 && status !== 429 && typeof payload === 'string'
    if (isKept) await repeats.keep(actor, claimId, { status, text: payload })
    // Nothing was done, or what was done is told in a stream that cannot be kept: it may be asked again.
    else await repeats.release(actor, claimId)
    return payload
  })
}

function sendAgain(
  { status, answer }: Extract<Claim, { kind: 'answered' }>,
  reply: FastifyReply,
): FastifyReply {
  return reply
    .code(status)
    .header('idempotency-replayed', 'true')
    .type('application/json; charset=utf-8')
    .serializer((text: string) => text)
    .send(answer)
}

const REFUSALS = {
  another_request: 'idempotency_key_reused',
  still_being_done: 'still_being_done',
  interrupted: 'interrupted',
} as const

function idOfFirst(claim: Exclude<Claim, { kind: 'answered' }>): string {
  if (claim.kind === 'first') return claim.id
  throw new Refusal('conflict', REFUSALS[claim.kind])
}

// A file that is uploaded has not been read yet: of it, only the length is compared.
function hashOf({ method, url, body, headers }: FastifyRequest): string {
  const content = body === undefined ? `length ${headers['content-length'] ?? 0}` : body
  return createHash('sha256')
    .update(JSON.stringify([method, url, content]))
    .digest('base64url')
}
