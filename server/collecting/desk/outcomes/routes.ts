import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../../http/routes.ts'
import type { World } from '../../../world.ts'
import * as contract from './contract.ts'
import { readOutcomeForm } from './form.ts'
import { listOutcomes, logOutcome } from './outcomes.ts'

export function serveOutcomes(app: Parameters<FastifyPluginAsync>[0], world: World): void {
  serve(app, contract.logOutcome, (actor, { params, body }) =>
    logOutcome(world, actor, params.customerId, body),
  )
  serve(app, contract.listOutcomes, (actor, { params, query }) =>
    listOutcomes(world, actor, params.customerId, query.limit),
  )
  serve(app, contract.readOutcomeForm, (actor, { params }) =>
    readOutcomeForm(world, actor, params.customerId),
  )
}
