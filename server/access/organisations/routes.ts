import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import {
  changeOrganisation,
  changePolicy,
  changeTestMode,
  showOrganisation,
} from './organisations.ts'

export function organisationRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.getOrganisation, (actor) =>
      showOrganisation(world.db, actor.organisationId),
    )
    serve(app, contract.changeOrganisation, (actor, { body }) =>
      changeOrganisation(world, actor, body),
    )
    serve(app, contract.changePolicy, (actor, { body }) => changePolicy(world, actor, body))
    serve(app, contract.changeTestMode, async (actor, { body }) => {
      await changeTestMode(world, actor, body)
      return {}
    })
  }
}
