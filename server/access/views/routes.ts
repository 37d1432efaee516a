import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../../http/routes.ts'
import type { World } from '../../world.ts'
import * as contract from './contract.ts'
import { changeView, listViews, removeView, saveView } from './views.ts'

export function viewRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, contract.listViews, async (actor, { query }) => ({
      views: await listViews(world, actor, query.page),
    }))
    serve(app, contract.saveView, (actor, { body }) => saveView(world, actor, body))
    serve(app, contract.changeView, (actor, { params, body }) =>
      changeView(world, actor, params.id, body),
    )
    serve(app, contract.removeView, async (actor, { params }) => {
      await removeView(world, actor, params.id)
      return {}
    })
  }
}
