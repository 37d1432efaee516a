import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { customerWhy } from '../gate/contract.ts'
import * as contract from './contract.ts'
import { effectOf } from './effect.ts'
import { rehearseFor } from './rehearse-day.ts'
import { rehearseDraft } from './rehearse-draft.ts'
import { listPlaybooks, previewSegment, showExample } from './segments.ts'
import { whyOf } from './why.ts'

/** Questions about what would be; none of them changes anything. */
export function whatIfRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, customerWhy, (actor, { params }) => whyOf(world, actor, params.id))
    serve(app, contract.rehearseDay, (actor, { body }) => rehearseFor(world, actor, body))
    serve(app, contract.listPlaybooks, (actor) => listPlaybooks(world, actor))
    serve(app, contract.draftEffect, (actor, { params }) => effectOf(world, actor, params.id))
    serve(app, contract.rehearseDraft, (actor, { params }) =>
      rehearseDraft(world, actor, params.id),
    )
    serve(app, contract.previewSegment, (actor, { body }) =>
      previewSegment(world, actor, body.segment),
    )
    serve(app, contract.playbookExample, (actor, { body }) => showExample(world, actor, body))
  }
}
