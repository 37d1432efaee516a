import type { FastifyPluginAsync } from 'fastify'

import { inOrganisation } from '../../database/tenancy.ts'
import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import { noteReading } from './readings.ts'
import { selectHistory } from './store.ts'
import { verifyEvents } from './verify.ts'

export function auditRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listAudit, async (actor, { query }) => {
      await noteReading(world, actor, { name: 'audit.read', subject: { kind: 'audit' } })
      const rows = await inOrganisation(world.db, actor.organisationId, (tx) =>
        selectHistory(tx, actor.organisationId, query),
      )
      return { rows, next: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null }
    })
    serve(app, contract.verifyAudit, (actor) => verifyEvents(world, actor.organisationId))
  }
}
