import type { FastifyInstance } from 'fastify'

/** One line a request without personal data: the route's pattern, never the address that was asked for. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        organisation: request.actor?.organisationId,
      },
      'answered',
    )
  })
}
