import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import { readAgeing } from './ageing.ts'
import * as contract from './contract.ts'

export function ageingRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.readAgeing, (actor, { query }) =>
      within(world, actor, (tx, doing) => readAgeing(tx, doing, query)),
    )
  }
}
