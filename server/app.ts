import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'

import { openRepeats, recognise } from './access/index.ts'
import { isReachable } from './database/safety.ts'
import { refuseCrossSite } from './http/cross-site.ts'
import { describeApi, serveDescription } from './http/description.ts'
import { answerErrors } from './http/errors.ts'
import { guardRoutes } from './http/guard.ts'
import { sendSecurityHeaders } from './http/headers.ts'
import { logRequests } from './http/log.ts'
import { answerProbes } from './http/probes.ts'
import { answerRepeats } from './http/repeats.ts'
import { useSessionCookie } from './http/session-cookie.ts'
import { serveWeb } from './http/web.ts'
import { portalPages } from './portal/index.ts'
import { routesOf } from './rooms.ts'
import type { World } from './world.ts'

export type AppOptions = {
  /** The folder of the built web application; absent, the API stands alone. */
  readonly webRoot?: string
  /** The proxies whose forwarding headers are believed ('loopback, 10.0.0.0/8'); none by default. */
  readonly proxies?: string
}

/** The whole server, given its world. Nothing is listening yet. */
export async function createApp(world: World, options: AppOptions = {}): Promise<FastifyInstance> {
  const isHttps = world.origin.startsWith('https:')
  // A logger of one's own gives the instance another type than every plugin expects.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const app = Fastify({
    loggerInstance: world.log,
    // Addresses have names in them; http/log.ts writes the route instead.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.proxies ?? false,
    exposeHeadRoutes: false,
    bodyLimit: 1024 * 1024,
    genReqId: () => crypto.randomUUID(),
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  logRequests(app)
  answerProbes(app, () => isReachable(world.db))
  sendSecurityHeaders(app, { isHttps })
  const cookie = await useSessionCookie(app, { isHttps })

  await describeApi(app)
  await app.register(
    async (api) => {
      refuseCrossSite(api, world.origin)
      guardRoutes(api, { ...cookie, recognise: (token) => recognise(world, token) })
      answerRepeats(api, openRepeats(world))
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      })
      for (const room of routesOf(world)) await api.register(room)
      serveDescription(api, app)
    },
    { prefix: '/api' },
  )
  await app.register(portalPages(world))
  if (options.webRoot) await serveWeb(app, options.webRoot)
  else app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'no_such_page' }))
  return app
}
