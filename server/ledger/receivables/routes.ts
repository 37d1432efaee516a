import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import * as contract from './contract.ts'
import { readReceivable } from './detail.ts'
import { readAllocations, readCustomerItems, readDocuments, readOpenItems } from './lists.ts'

export function receivableRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listCustomerItems, (actor, { params, query }) =>
      within(world, actor, (tx, doing) => readCustomerItems(tx, doing, { ...params, ...query })),
    )
    serve(app, contract.listOpenItems, (actor, { query }) =>
      within(world, actor, (tx, doing) => readOpenItems(tx, doing, query)),
    )
    serve(app, contract.listReceivables, (actor, { query }) =>
      within(world, actor, (tx, doing) => readDocuments(tx, doing, query)),
    )
    serve(app, contract.readReceivable, (actor, { params }) =>
      within(world, actor, (tx, doing) => readReceivable(tx, doing, params.receivableId)),
    )
    serve(app, contract.listAllocations, (actor, { query }) =>
      within(world, actor, (tx, doing) => readAllocations(tx, doing, query)),
    )
  }
}
