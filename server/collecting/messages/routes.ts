import type { FastifyPluginAsync } from 'fastify'

import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { asForeignHtml } from '../../http/headers.ts'
import { serve } from '../../http/routes.ts'
import { doingOf } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import { withdrawMessage, type Deciding } from './decide.ts'
import { listMessages, readAttachment, readMessage, readPage, readStatement } from './read.ts'

type DecideUnknown = (
  world: World,
  deciding: Deciding,
  wanted: { messageId: string; decision: 'it_arrived' | 'send_again'; note: string },
) => Promise<{ state: 'accepted' | 'withdrawn'; againAs: string | null }>

/** `decideUnknown` is given: sending again is the runs' business, which know this corner. */
export function messageRoutes(world: World, decideUnknown: DecideUnknown): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listMessages, (actor, { query }) => listMessages(world, actor, query))
    serve(app, contract.getMessage, (actor, { params }) => readMessage(world, actor, params.id))
    serve(app, contract.messagePage, async (actor, { params, reply }) =>
      asForeignHtml(reply).send(await readPage(world, actor, params.id)),
    )
    serve(app, contract.messageStatement, async (actor, { params, reply }) => {
      const { name, pdf } = await readStatement(world, actor, params.id)
      const disposition = `inline; filename*=UTF-8''${encodeURIComponent(name)}`
      return reply.type('application/pdf').header('content-disposition', disposition).send(pdf)
    })
    serve(app, contract.messageAttachment, async (actor, { params, reply }) => {
      const { name, mediaType, bytes } = await readAttachment(world, actor, params)
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
      return reply.type(mediaType).header('content-disposition', disposition).send(bytes)
    })
    serve(app, contract.decideMessage, (actor, { params, body }) =>
      decideUnknown(world, doingOf(actor, world), { messageId: params.id, ...body }),
    )
    serve(app, contract.withdrawMessage, (actor, { params, body }) =>
      withdrawn(world, actor, params.id, body.why),
    )
  }
}

async function withdrawn(world: World, actor: Actor, id: string, why: string) {
  await inOrganisation(world.db, actor.organisationId, (tx) =>
    withdrawMessage(tx, doingOf(actor, world), id, why),
  )
  return { state: 'withdrawn' as const }
}
