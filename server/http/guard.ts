import type { FastifyInstance, FastifyRequest } from 'fastify'

import { Refusal } from '../kernel/refusal.ts'
import type { Actor, Visitor } from './actor.ts'
import type { Access } from './contract.ts'
import { mayAny } from './permissions.ts'

/** Whose token it is: a visitor, and an actor when the session is in an organisation; null for nobody's. */
export type Recognise = (
  token: string,
) => Promise<{ readonly visitor: Visitor; readonly actor: Actor | null } | null>

type Guard = {
  readonly recognise: Recognise
  readonly tokenOf: (request: FastifyRequest) => string | undefined
}

/** Lets a request in when its session may use the route. A route that names no permission cannot exist. */
export function guardRoutes(app: FastifyInstance, { recognise, tokenOf }: Guard): void {
  app.decorateRequest('actor', null)
  app.decorateRequest('visitor', null)

  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.permission) throw new Error(`${String(method)} ${url} names no permission`)
  })

  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.permission
    if (access === undefined) return
    const token = tokenOf(request)
    const known = token === undefined ? null : await recognise(token)
    request.visitor = known?.visitor ?? null
    request.actor = known?.actor ?? null
    admit(request, access)
  })
}

function admit({ visitor, actor }: FastifyRequest, access: Access): void {
  if (access === 'public') return
  if (!visitor) throw new Refusal('unauthenticated', 'sign_in_first')
  if (access === 'signed_in') return
  if (!actor) throw new Refusal('forbidden', 'choose_an_organisation')
  if (access === 'member') return
  if (!mayAny(actor.roles, access)) {
    throw new Refusal('forbidden', 'not_permitted', { permission: access })
  }
}
