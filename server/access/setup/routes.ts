import type { FastifyPluginAsync } from 'fastify'

import { serveAnyone } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from '../contract.ts'
import { enter } from '../sessions/index.ts'
import { setUp, showSetup, type Furnish } from './setup.ts'

export function setupRoutes(world: World, furnish: Furnish): FastifyPluginAsync {
  return async (app) => {
    serveAnyone(app, contract.getSetup, () => showSetup(world))
    serveAnyone(app, contract.setUp, ({ body, request, reply }) =>
      enter(world, { request, reply }, (device) => setUp(world, furnish, body, device)),
    )
  }
}
