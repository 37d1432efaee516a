import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import { within } from '../within.ts'
import * as contract from './contract.ts'
import { changeEntity, createEntity, readEntities } from './legal-entities.ts'

export function entityRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listEntities, (actor) =>
      within(world, actor, async (tx, doing) => ({ entities: await readEntities(tx, doing) })),
    )
    serve(app, contract.createEntity, (actor, { body }) =>
      within(world, actor, (tx, doing) => createEntity(tx, doing, body)),
    )
    serve(app, contract.changeEntity, async (actor, { params, body: change }) => {
      await within(world, actor, (tx, doing) => changeEntity(tx, doing, { ...params, change }))
      return {}
    })
  }
}
