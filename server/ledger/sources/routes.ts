import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import * as contract from './contract.ts'
import { freshnessOf } from './sources.ts'
import { selectSources } from './store.ts'

export function sourceRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listSources, (actor) =>
      within(world, actor, async (tx) => ({
        sources: await selectSources(tx, actor.organisationId),
      })),
    )
    serve(app, contract.readFreshness, (actor) =>
      within(world, actor, async (tx, { organisationId, at }) => {
        const entities = [...(await freshnessOf(tx, organisationId, at))]
        const isFresh = entities.every((one) => one.isLedgerFresh && one.arePaymentsFresh)
        return { entities, isFresh }
      }),
    )
  }
}
