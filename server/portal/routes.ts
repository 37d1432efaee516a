import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { pageOf, problemBody } from './page.ts'
import { actOnLink, problemPage, showLink, type Answer } from './portal.ts'
import type { Fields } from './purpose.ts'
import { languageAsked, portalWords } from './words/words.ts'

const LARGEST_FORM = 256 * 1024

type Request = FastifyRequest<{ Params: { token: string } }>

/** The pages behind links, outside of the API: no session, no cookie, the link alone opens them. */
export function portalPages(world: World): FastifyPluginAsync {
  return async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, text, done) => done(null, new URLSearchParams(String(text))),
    )
    app.setErrorHandler((error, request, reply) => sendFault(error, request, reply))
    app.route<{ Params: { token: string } }>({
      method: ['GET', 'HEAD'],
      url: '/l/:token',
      // No part of the API.
      schema: { hide: true },
      handler: async (request, reply) =>
        send(request, reply, await showLink(world, bearerOf(request), languageOf(request))),
    })
    app.post<{ Params: { token: string } }>(
      '/l/:token',
      { schema: { hide: true } },
      async (request, reply) => {
        const { body } = request
        const fields =
          body instanceof URLSearchParams ? fieldsOf(body) : fieldsOf(new URLSearchParams())
        const bearer = bearerOf(request)
        return send(request, reply, await actOnLink(world, bearer, fields, languageOf(request)))
      },
    )
  }
}

function bearerOf(request: Request) {
  return { token: request.params.token, address: request.ip }
}

function fieldsOf(form: URLSearchParams): Fields {
  return { get: (name) => form.get(name) ?? '' }
}

function languageOf(request: FastifyRequest) {
  return languageAsked(request.headers['accept-language'])
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const words = portalWords(answer.language)
  return reply
    .code(answer.status)
    .type('text/html; charset=utf-8')
    .headers({
      'content-security-policy': `default-src 'none'; style-src 'nonce-${request.nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'cache-control': 'no-store',
      'content-language': answer.language,
      vary: 'accept-language',
    })
    .send(pageOf({ ...answer, words, nonce: request.nonce }))
}

/** A fault of ours or a form that is none: a page all the same, and nothing was done. */
function sendFault(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  const code = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  const status = typeof code === 'number' && code >= 400 && code < 500 ? code : 500
  if (status === 500 && !(error instanceof Refusal)) request.log.error(error)
  if (error instanceof Refusal) return send(request, reply, problemPage(error, language))
  const problem = portalWords(language).problems.fault
  const body = problemBody(problem)
  return send(request, reply, { status, language, title: problem.title, from: '', body })
}
