import type { FastifyInstance, FastifyRequest } from 'fastify'

import { Refusal } from '../kernel/refusal.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that another site's page makes a browser send. The cookie is SameSite=Lax already;
 * browsers that say where a request comes from must say "from here", and every write carries a header
 * that a foreign form cannot set and a foreign script may only set after a preflight we never grant.
 */
export function refuseCrossSite(app: FastifyInstance, origin: string): void {
  app.addHook('onRequest', async (request) => {
    if (READING.has(request.method)) return
    if (!isSameSite(request, origin)) throw new Refusal('forbidden', 'cross_site_request')
    if (request.headers['x-goodterms'] === undefined) {
      throw new Refusal('forbidden', 'header_missing', { header: 'x-goodterms' })
    }
  })
}

function isSameSite(request: FastifyRequest, ourOrigin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined || origin === ourOrigin) return true
  // Behind a proxy the address that people use may differ from GOODTERMS_ORIGIN; the Host says which.
  return URL.canParse(origin) && new URL(origin).host === request.host
}
