import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import * as contract from './contract.ts'
import { approveHold, liftHold, placeHold } from './holds.ts'
import { readCustomerHolds, readHolds } from './reading.ts'

export function holdRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listCustomerHolds, (actor, { params }) =>
      within(world, actor, async (tx, doing) => ({
        holds: await readCustomerHolds(tx, doing, params.customerId),
      })),
    )
    serve(app, contract.listHolds, (actor, { query }) =>
      within(world, actor, (tx, doing) => readHolds(tx, doing, query)),
    )
    serve(app, contract.placeHold, (actor, { params, body }) =>
      within(world, actor, (tx, doing) => placeHold(tx, doing, { ...params, ...body })),
    )
    serve(app, contract.approveHold, async (actor, { params }) => {
      await within(world, actor, (tx, doing) => approveHold(tx, doing, params.holdId))
      return {}
    })
    serve(app, contract.liftHold, async (actor, { params, body }) => {
      await within(world, actor, (tx, doing) => liftHold(tx, doing, { ...params, ...body }))
      return {}
    })
  }
}
