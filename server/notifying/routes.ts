import type { FastifyPluginAsync } from 'fastify'

import { serve } from '../http/routes.ts'
import type { World } from '../world.ts'
import { changeHabits, listNotifications, readHabits, readNotifications } from './centre.ts'
import * as told from './centre/contract.ts'
import * as contract from './contract.ts'
import { addRule, changeRule, listRules, previewRule, removeRule } from './rule-making.ts'
import { addTarget, listTargets, removeTarget, tryTarget } from './target-making.ts'

/** The routes of this room. */
export function notifyingRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    serve(app, told.listNotifications, (actor, { query }) => listNotifications(world, actor, query))
    serve(app, told.readNotifications, (actor, { body }) => readNotifications(world, actor, body))
    serve(app, contract.readHabits, (actor) => readHabits(world, actor))
    serve(app, contract.changeHabits, (actor, { body }) => changeHabits(world, actor, body))
    serve(app, contract.listRules, (actor) => listRules(world, actor))
    serve(app, contract.addRule, (actor, { body }) => addRule(world, actor, body))
    serve(app, contract.changeRule, (actor, { params, body }) =>
      changeRule(world, actor, params.ruleId, body),
    )
    serve(app, contract.removeRule, (actor, { params }) => removeRule(world, actor, params.ruleId))
    serve(app, contract.previewRule, (actor, { body }) => previewRule(world, actor, body))
    serve(app, contract.listTargets, (actor) => listTargets(world, actor))
    serve(app, contract.addTarget, (actor, { body }) => addTarget(world, actor, body))
    serve(app, contract.removeTarget, (actor, { params }) =>
      removeTarget(world, actor, params.targetId),
    )
    serve(app, contract.tryTarget, (actor, { params }) => tryTarget(world, actor, params.targetId))
  }
}
