import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

import { visitorOf } from '../../http/actor.ts'
import { serve, serveAnyone } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from '../contract.ts'
import { readPasswordLink } from '../people/index.ts'
import * as account from './account.ts'
import { getDeviceKey } from './contract.ts'
import { deviceKeyOf } from './device-key.ts'
import { changeMe, showMe } from './me.ts'
import { signIn, signInToDemo, type Device, type SignedIn } from './sign-in.ts'

export function sessionRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    const me = (request: FastifyRequest) =>
      showMe(world, {
        ...visitorOf(request),
        organisationId: request.actor?.organisationId ?? null,
      })

    serveAnyone(app, contract.signIn, async ({ body, request, reply }) =>
      enter(world, { request, reply }, (device) => signIn(world, body, device)),
    )
    serveAnyone(app, contract.enterDemo, async ({ body, request, reply }) =>
      enter(world, { request, reply }, (device) => signInToDemo(world, body.personId, device)),
    )
    serveAnyone(app, contract.signOut, async ({ request, reply }) => {
      await account.signOut(world, visitorOf(request))
      reply.setSession(null)
      return {}
    })
    serveAnyone(app, contract.getPasswordLink, ({ params }) =>
      readPasswordLink(world.db, world, params.token),
    )
    serveAnyone(app, contract.usePasswordLink, ({ params, body, request, reply }) =>
      enter(world, { request, reply }, (device) =>
        account.enterByLink(world, { token: params.token, password: body.password }, device),
      ),
    )

    serveAnyone(app, contract.getMe, ({ request }) => me(request))
    serve(app, getDeviceKey, (actor) => deviceKeyOf(world, actor))
    serveAnyone(app, contract.changeMe, async ({ request, body }) => {
      await changeMe(world, visitorOf(request).personId, body)
      return me(request)
    })
    serveAnyone(app, contract.changePassword, async ({ request, body }) => {
      await account.changePassword(world, visitorOf(request), body)
      return {}
    })
    serveAnyone(app, contract.chooseOrganisation, async ({ request, body }) => {
      const visitor = visitorOf(request)
      await account.chooseOrganisation(world, visitor, body.organisationId)
      return showMe(world, { ...visitor, organisationId: body.organisationId })
    })
    await app.register(sessionListRoutes(world))
  }
}

function sessionListRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serveAnyone(app, contract.listMySessions, async ({ request }) => ({
      sessions: await account.listSessions(world, visitorOf(request)),
    }))
    serveAnyone(app, contract.revokeMySession, async ({ request, params }) => {
      await account.revokeSession(world, visitorOf(request), params.id)
      return {}
    })
    serveAnyone(app, contract.revokeMyOtherSessions, async ({ request }) => ({
      ended: await account.revokeOtherSessions(world, visitorOf(request)),
    }))
    serve(app, contract.listSessionsOfPerson, async (actor, { params }) => ({
      sessions: await account.listSessionsOfPerson(world, actor, params.id),
    }))
    serve(app, contract.revokeSessionsOfPerson, async (actor, { params }) => ({
      ended: await account.revokeSessionsOfPerson(world, actor, params.id),
    }))
  }
}

type Asked = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Answers with who has come in, and hands their browser the session. */
export async function enter(
  world: World,
  { request, reply }: Asked,
  signInFrom: (device: Device) => Promise<SignedIn>,
) {
  const signedIn = await signInFrom({
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    proof: request.deviceProof(),
  })
  reply.setSession(signedIn)
  return showMe(world, signedIn)
}
