import type { FastifyPluginAsync } from 'fastify'

import type { World } from '../world.ts'
import { ageingRoutes } from './ageing/routes.ts'
import { contactRoutes } from './contacts/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { holdRoutes } from './holds/routes.ts'
import { entityRoutes } from './legal-entities/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { rateRoutes } from './rates/routes.ts'
import { receivableRoutes } from './receivables/routes.ts'
import { sourceRoutes } from './sources/routes.ts'

/** Every route of the room. */
export function ledgerRoutes(world: World): FastifyPluginAsync {
  const corners = [
    ageingRoutes,
    contactRoutes,
    customerRoutes,
    entityRoutes,
    evidenceRoutes,
    exportRoutes,
    holdRoutes,
    paymentRoutes,
    rateRoutes,
    receivableRoutes,
    sourceRoutes,
  ]
  return async (app) => {
    for (const corner of corners) await app.register(corner(world))
  }
}
