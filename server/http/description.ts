import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** Describes the API from its contracts, at /api/openapi.json; each route with the permission it asks. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: { info: { title: 'Goodterms', version: '1' }, servers: [{ url: '/' }] },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      const { permission } = input.route.config ?? {}
      return { url, schema: permission ? { ...schema, 'x-permission': permission } : schema }
    },
  })
}

/** Serves the description; it is made once, for it does not change while the server runs. */
export function serveDescription(api: FastifyInstance, app: FastifyInstance): void {
  let description: object | null = null
  api.get(
    '/openapi.json',
    { config: { permission: 'public' }, schema: { hide: true } },
    () => (description ??= app.swagger()),
  )
}
