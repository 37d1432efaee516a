import type { FastifyInstance } from 'fastify'

/** /healthz: the process runs. /readyz: it can work; a balancer sends it nobody while it cannot. */
export function answerProbes(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  const hidden = { schema: { hide: true }, logLevel: 'silent' } as const
  app.get('/healthz', hidden, () => ({ status: 'up' }))
  app.get('/readyz', hidden, async (_request, reply) => {
    const ready = await isReady()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
}
