import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

import { Refusal } from '../kernel/refusal.ts'

const statusOf = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
} as const

/** Turns refusals into answers. What is left is a bug: it is logged, and the caller learns its id. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal) {
      return reply.code(statusOf[error.kind]).send({ code: error.code, details: error.details })
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [first] = error.validation
      const field = first ? first.instancePath.replace(/^\//, '').replaceAll('/', '.') : ''
      return reply
        .code(422)
        .send({ code: 'malformed_request', details: { field, problem: first?.message ?? '' } })
    }
    const statusCode = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
      return reply.code(statusCode).send({ code: 'malformed_request', details: { field: '' } })
    }
    request.log.error(error)
    return reply.code(500).send({ code: 'internal_error', details: { request: request.id } })
  })
}
