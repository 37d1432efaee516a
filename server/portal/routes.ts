import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

import { Refusal } from '../kernel/refusal.ts'
import { plainName } from '../ledger/index.ts'
import type { World } from '../world.ts'
import { checkFile, showCheck } from './check.ts'
import { pageOf, problemBody } from './page.ts'
import { actOnLink, problemPage, showLink, type Answer } from './portal.ts'
import type { Fields, FormFile } from './purpose.ts'
import { languageAsked, portalWords } from './words/words.ts'

const LARGEST_FORM = 256 * 1024
const LARGEST_FILE_BYTES = 10 * 1024 * 1024

type Request = FastifyRequest<{ Params: { token: string } }>

/** The pages behind links, outside of the API: no session, no cookie, the link alone opens them. */
export function portalPages(world: World): FastifyPluginAsync {
  return async (app) => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, text, done) => done(null, new URLSearchParams(String(text))),
    )
    await app.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: LARGEST_FILE_BYTES, files: 1, fields: 20, fieldSize: 64 * 1024 },
    })
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
        const fields = await fieldsIn(request)
        const bearer = bearerOf(request)
        return send(request, reply, await actOnLink(world, bearer, fields, languageOf(request)))
      },
    )
    serveChecks(app, world)
  }
}

function bearerOf(request: Request) {
  const agent = request.headers['user-agent'] ?? ''
  return { token: request.params.token, address: request.ip, agent }
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
      'content-security-policy': `default-src 'none'; style-src 'nonce-${request.nonce}'; ${scriptSource(request, answer)}form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'cache-control': 'no-store',
      'content-language': answer.language,
      vary: 'accept-language',
    })
    .send(pageOf({ ...answer, words, nonce: request.nonce }))
}

function scriptSource(request: FastifyRequest, { script }: Answer): string {
  return script === undefined ? '' : `script-src 'nonce-${request.nonce}'; `
}

function serveChecks(app: FastifyInstance, world: World): void {
  type Asked = { Params: { organisationId: string } }
  const url = '/verify/:organisationId'
  const schema = { hide: true }
  app.route<Asked>({
    method: ['GET', 'HEAD'],
    url,
    schema,
    handler: async (request, reply) => {
      const { organisationId } = request.params
      const page = await showCheck(world, { organisationId, language: languageOf(request) })
      return send(request, reply, page)
    },
  })
  app.post<Asked>(url, { schema }, async (request, reply) => {
    const { organisationId } = request.params
    const { file } = await fieldsIn(request)
    const asked = { organisationId, language: languageOf(request), address: request.ip }
    return send(request, reply, await checkFile(world, asked, file ?? null))
  })
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

/** What a form sent, with its file when it may have one; what is no form has said nothing. */
async function fieldsIn(request: FastifyRequest): Promise<Fields> {
  if (request.isMultipart()) return readParts(request)
  const { body } = request
  return fieldsOf(body instanceof URLSearchParams ? body : new URLSearchParams(), null)
}

async function readParts(request: FastifyRequest): Promise<Fields> {
  const form = new URLSearchParams()
  let file: FormFile | null = null
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (!form.has(part.fieldname)) form.set(part.fieldname, String(part.value))
      continue
    }
    const bytes = await part.toBuffer()
    const { truncated } = part.file
    // A file field that nobody touched sends no name and no bytes.
    if (part.filename !== '' && bytes.length > 0) {
      file = { name: plainName(part.filename), bytes: truncated ? null : bytes }
    }
  }
  return fieldsOf(form, file)
}

function fieldsOf(form: URLSearchParams, file: FormFile | null): Fields {
  return { get: (name) => form.get(name) ?? '', all: (name) => form.getAll(name), file }
}
