import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'

import { accessRoutes, recognise } from './access/index.ts'
import { deskRoutes } from './collecting/desk/index.ts'
import { furnish } from './founding.ts'
import { refuseCrossSite } from './http/cross-site.ts'
import { answerErrors } from './http/errors.ts'
import { guardRoutes } from './http/guard.ts'
import { sendSecurityHeaders } from './http/headers.ts'
import { useSessionCookie } from './http/session-cookie.ts'
import { serveWeb } from './http/web.ts'
import type { World } from './world.ts'

export type AppOptions = {
  /** The folder of the built web application; absent, the API stands alone. */
  readonly webRoot?: string
  /** The proxies whose forwarding headers are believed ('loopback, 10.0.0.0/8'); none by default. */
  readonly proxies?: string
}

/** The rooms of the house; each brings its routes. */
function roomsOf(world: World): FastifyPluginAsync[] {
  return [accessRoutes(world, furnish(world)), deskRoutes(world)]
}

/** The whole server, given its world. Nothing is listening yet. */
export async function createApp(world: World, options: AppOptions = {}): Promise<FastifyInstance> {
  const isHttps = world.origin.startsWith('https:')
  const app = Fastify({
    loggerInstance: world.log,
    disableRequestLogging: true,
    trustProxy: options.proxies ?? false,
    exposeHeadRoutes: false,
    bodyLimit: 1024 * 1024,
    genReqId: () => crypto.randomUUID(),
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  sendSecurityHeaders(app, { isHttps })
  const cookie = await useSessionCookie(app, { isHttps })

  await app.register(swagger, {
    openapi: { info: { title: 'Goodterms', version: '1' }, servers: [{ url: '/api' }] },
    transform: jsonSchemaTransform,
  })
  await app.register(
    async (api) => {
      refuseCrossSite(api, world.origin)
      guardRoutes(api, { ...cookie, recognise: (token) => recognise(world, token) })
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      })
      for (const room of roomsOf(world)) await api.register(room)
      api.get('/openapi.json', { config: { permission: 'public' } }, () => app.swagger())
    },
    { prefix: '/api' },
  )
  if (options.webRoot) await serveWeb(app, options.webRoot)
  else app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'no_such_page' }))
  return app
}
