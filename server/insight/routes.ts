import type { FastifyPluginAsync } from 'fastify'

import { noteReading } from '../access/index.ts'
import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import { serve } from '../http/routes.ts'
import { dayIn } from '../kernel/day.ts'
import { doingOf, type Doing } from '../ledger/index.ts'
import type { World } from '../world.ts'
import { readCauses } from './causes/causes.ts'
import * as causes from './causes/contract.ts'
import { causesFile } from './causes/export.ts'
import * as contract from './contract.ts'
import { readFigures } from './figures.ts'
import { readExpected, readTopDebtors, readTrend } from './lists.ts'
import { readSellers } from './sellers.ts'
import * as team from './team/contract.ts'
import { listTeamRows, readTeam } from './team/team.ts'

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
    serve(app, causes.readCauses, (actor, { query }) =>
      within(actor, (tx, doing) => readCauses(tx, doing, query)),
    )
    serve(app, causes.exportCauses, async (actor, { query, reply }) => {
      await noteReading(world, actor, { name: 'customers.exported', subject: { kind: 'causes' } })
      const language = query.language ?? actor.language
      const report = await within(actor, (tx, doing) => readCauses(tx, doing, query))
      const on = dayIn('UTC', world.clock())
      const file = await causesFile(report, { language, format: query.format, on })
      return reply
        .type(file.mediaType)
        .header('content-disposition', file.disposition)
        .send(file.body)
    })
    serve(app, team.readTeam, (actor) => within(actor, (tx, doing) => readTeam(tx, doing)))
    serve(app, team.listTeamRows, (actor, { query }) =>
      within(actor, (tx, doing) => listTeamRows(tx, doing, query)),
    )
    serve(app, contract.readSellers, (actor, { query }) =>
      within(actor, (tx, doing) => readSellers(tx, doing, query)),
    )
  }
}
