import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'

import { actorOf, type Actor } from './actor.ts'
import type { Contract } from './contract.ts'

type Part<C extends Contract, Key extends 'params' | 'querystring' | 'body'> =
  C['schema'] extends Record<Key, infer Schema extends z.ZodType> ? z.output<Schema> : undefined

export type Asked<C extends Contract> = {
  readonly params: Part<C, 'params'>
  readonly query: Part<C, 'querystring'>
  readonly body: Part<C, 'body'>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

type Success<C extends Contract> = {
  [Status in keyof C['schema']['response'] & (200 | 201 | 202)]: z.input<
    C['schema']['response'][Status]
  >
}[keyof C['schema']['response'] & (200 | 201 | 202)]

/** Serves a contract to members of an organisation; the guard has checked the permission. */
export function serve<const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  answer: (actor: Actor, asked: Asked<C>) => Promise<Success<C>>,
): void {
  serveAnyone(app, contract, (asked) => answer(actorOf(asked.request), asked))
}

/** Serves a contract whose access is 'public' or 'signed_in'. */
export function serveAnyone<const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  answer: (asked: Asked<C>) => Promise<Success<C>>,
): void {
  const { method, url, permission, summary, schema } = contract
  const created = 201 in schema.response ? 201 : 202 in schema.response ? 202 : 200
  app.route({
    method,
    url,
    config: { permission },
    schema: { ...schema, summary },
    handler: async (request, reply) => {
      const { params, query, body } = request
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's schemas have read these parts
      const asked = { params, query, body, request, reply } as unknown as Asked<C>
      const result = await answer(asked)
      // An answer that streams has sent itself; a reader who left wants none.
      return reply.sent || reply.raw.destroyed ? reply : reply.code(created).send(result)
    },
  })
}
