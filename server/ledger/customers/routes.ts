import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import { assignOwner, changeCustomer } from './changes.ts'
import * as contract from './contract.ts'
import { readCustomer, readGroup, readOwners } from './detail.ts'
import { readCustomers, searchLedger, totalOfCustomers } from './list.ts'
import { selectFacets } from './store/search.ts'

export function customerRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listCustomers, (actor, { query }) =>
      within(world, actor, (tx, doing) => readCustomers(tx, doing, query)),
    )
    serve(app, contract.totalCustomers, (actor, { query }) =>
      within(world, actor, (tx, doing) => totalOfCustomers(tx, doing, query)),
    )
    serve(app, contract.listCustomerFacets, (actor) =>
      within(world, actor, (tx) => selectFacets(tx, actor.organisationId, actor.owners)),
    )
    serve(app, contract.searchEverything, (actor, { query }) =>
      within(world, actor, (tx, doing) => searchLedger(tx, doing, query)),
    )
    serve(app, contract.readCustomer, async (actor, { params }) => {
      const keys = await world.secrets.of(actor.organisationId)
      return within(world, actor, (tx, doing) => readCustomer(tx, doing, { ...params, keys }))
    })
    serve(app, contract.readGroup, (actor, { params }) =>
      within(world, actor, (tx, doing) => readGroup(tx, doing, params.customerId)),
    )
    serve(app, contract.changeCustomer, async (actor, { params, body: change }) => {
      const keys = await world.secrets.of(actor.organisationId)
      await within(world, actor, (tx, doing) =>
        changeCustomer(tx, doing, { ...params, change, keys }),
      )
      return {}
    })
    serve(app, contract.listOwners, (actor, { params }) =>
      within(world, actor, async (tx, doing) => ({
        owners: await readOwners(tx, doing, params.customerId),
      })),
    )
    serve(app, contract.assignOwner, (actor, { params, body }) =>
      within(world, actor, (tx, doing) => assignOwner(tx, doing, { ...params, ...body })),
    )
  }
}
