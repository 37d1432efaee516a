import type { FastifyPluginAsync } from 'fastify'

import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import { serve } from '../http/routes.ts'
import { doingOf, type Doing } from '../ledger/index.ts'
import type { World } from '../world.ts'
import * as contract from './contract.ts'
import { readFigures } from './figures.ts'
import { readExpected, readTopDebtors, readTrend } from './lists.ts'
import { readSellers } from './sellers.ts'

export function insightRoutes(world: World): FastifyPluginAsync {
  const within = <Result>(actor: Actor, work: (tx: Transaction, doing: Doing) => Promise<Result>) =>
    inOrganisation(world.db, actor.organisationId, (tx) => work(tx, doingOf(actor, world)))

  return async (app) => {
    serve(app, contract.readFigures, (actor, { query }) =>
      within(actor, (tx, doing) => readFigures(tx, doing, query)),
    )
    serve(app, contract.readTrend, (actor, { query }) =>
      within(actor, (tx, doing) => readTrend(tx, doing, query)),
    )
    serve(app, contract.readTopDebtors, (actor, { query }) =>
      within(actor, (tx, doing) => readTopDebtors(tx, doing, query)),
    )
    serve(app, contract.readExpected, (actor, { query }) =>
      within(actor, (tx, doing) => readExpected(tx, doing, query)),
    )
    serve(app, contract.readSellers, (actor, { query }) =>
      within(actor, (tx, doing) => readSellers(tx, doing, query)),
    )
  }
}
