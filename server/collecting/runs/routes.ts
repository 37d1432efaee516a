import type { FastifyPluginAsync, FastifyReply } from 'fastify'

import type { Actor } from '../../http/actor.ts'
import { asForeignHtml } from '../../http/headers.ts'
import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as approve from './approve.ts'
import * as contract from './contract.ts'
import { orderRun } from './plan.ts'
import { entryStatement, showEntry } from './preview.ts'
import { listEntries, listRuns, readRun } from './read.ts'

function actingOf({ organisationId, personId }: Actor): approve.Acting {
  return { organisationId, by: { kind: 'person', id: personId } }
}

export function runRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listRuns, (actor, { query }) => listRuns(world, actor, query))
    serve(app, contract.getRun, (actor, { params }) => readRun(world, actor, params.id))
    serve(app, contract.planRun, async (actor, { body }) => {
      const { id, isNew } = await orderRun(world, { ...actingOf(actor), ...body })
      return { id, isNew }
    })
    serve(app, contract.listEntries, (actor, { params, query }) =>
      listEntries(world, actor, params.id, query),
    )
    serve(app, contract.previewEntry, async (actor, { params: { id: runId, entryId } }) => {
      const { preview } = await showEntry(world, actor, { runId, entryId })
      return preview
    })
    serve(app, contract.entryPage, async (actor, { params: { id: runId, entryId }, reply }) => {
      const { preview } = await showEntry(world, actor, { runId, entryId })
      return asForeignHtml(reply).send(preview.html)
    })
    serve(
      app,
      contract.entryStatement,
      async (actor, { params: { id: runId, entryId }, reply }) => {
        const { name, pdf } = await entryStatement(world, actor, { runId, entryId })
        return asPdf(reply, name).send(pdf)
      },
    )
    serve(app, contract.approveRun, (actor, { params, body }) =>
      approve.approveRun(world, actingOf(actor), { runId: params.id, ...body }),
    )
    serve(app, contract.undoApproval, (actor, { params }) =>
      approve.undoApproval(world, actingOf(actor), params.id),
    )
    serve(app, contract.cancelRun, (actor, { params }) =>
      approve.cancelRun(world, actingOf(actor), params.id),
    )
    serve(app, contract.dropEntry, (actor, { params: { id: runId, entryId }, body }) =>
      approve.dropEntry(world, actingOf(actor), { runId, entryId, why: body.why }),
    )
    serve(app, contract.approveEntry, (actor, { params: { id: runId, entryId } }) =>
      approve.approveEntry(world, actingOf(actor), { runId, entryId }),
    )
  }
}

/** A file to look at, under its own name whatever letters that has (RFC 6266). */
function asPdf(reply: FastifyReply, name: string): FastifyReply {
  const disposition = `inline; filename*=UTF-8''${encodeURIComponent(name)}`
  return reply.type('application/pdf').header('content-disposition', disposition)
}
