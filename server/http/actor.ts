import { Refusal } from '../kernel/refusal.ts'
import type { Access } from './contract.ts'
import type { Role } from './permissions.ts'

/** The person who asks, in the organisation that their session is in. */
export type Actor = {
  readonly personId: string
  readonly name: string
  readonly language: string
  readonly organisationId: string
  readonly roles: readonly Role[]
  readonly sessionId: string
  /** The owners whose customers they may see; null sees all. */
  readonly owners: readonly string[] | null
}

/** A session that may not have chosen an organisation. */
export type Visitor = {
  readonly personId: string
  readonly name: string
  readonly language: string
  readonly sessionId: string
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    visitor: Visitor | null
  }
  interface FastifyContextConfig {
    permission?: Access
  }
}

/** The actor of a request that the guard has let in. */
export function actorOf(request: { actor: Actor | null }): Actor {
  if (!request.actor) throw new Refusal('unauthenticated', 'sign_in_first')
  return request.actor
}

export function visitorOf(request: { visitor: Visitor | null }): Visitor {
  if (!request.visitor) throw new Refusal('unauthenticated', 'sign_in_first')
  return request.visitor
}
