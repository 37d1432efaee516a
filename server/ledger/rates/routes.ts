import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import * as contract from './contract.ts'
import { setRate } from './setting.ts'
import { selectNewestRates } from './store.ts'

export function rateRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listRates, (actor) =>
      within(world, actor, async (tx) => ({
        rates: await selectNewestRates(tx, actor.organisationId),
      })),
    )
    serve(app, contract.setRate, async (actor, { body }) => {
      await within(world, actor, (tx, doing) => setRate(tx, doing, body))
      return {}
    })
  }
}
