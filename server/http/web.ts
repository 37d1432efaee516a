import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const UNCHANGING = 'public, max-age=31536000, immutable'

/**
 * Serves the built web application. Every address that is no file and no API is a page of it. Files
 * under /assets have their content's hash in their name and never change.
 */
export async function serveWeb(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', keepingOf(path))
    },
    globIgnore: ['**/index.html', '**/.vite/**'],
    preCompressed: true,
  })
  const page = await readFile(join(root, 'index.html'), 'utf8')
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return reply.code(404).send({ code: 'no_such_page' })
    return sendPage(request, reply, page)
  })
}

function keepingOf(path: string): string {
  if (path.includes('/assets/')) return UNCHANGING
  // A worker that browsers kept would keep people on an old version.
  return /\/worker\.js(\.br|\.gz)?$/.test(path) ? 'no-cache' : 'public, max-age=3600'
}

function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  return (
    (method === 'GET' || method === 'HEAD') && path !== '/api' && !/^\/(api|assets)\//.test(path)
  )
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page.replaceAll('__CSP_NONCE__', request.nonce))
}
