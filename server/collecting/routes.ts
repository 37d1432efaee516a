import type { FastifyPluginAsync } from 'fastify'

import type { World } from '../world.ts'
import { meetingRoutes } from './meetings/index.ts'
import { messageRoutes } from './messages/index.ts'
import { playbookRoutes } from './playbooks/index.ts'
import { decideUnknown, runRoutes } from './runs/index.ts'
import { whatIfRoutes } from './what-if/index.ts'

/** Playbooks, the gate, runs and messages; the desk brings its own. */
export function collectingRoutes(world: World): FastifyPluginAsync {
  return async (app) => {
    await app.register(playbookRoutes(world))
    await app.register(whatIfRoutes(world))
    await app.register(runRoutes(world))
    await app.register(meetingRoutes(world))
    await app.register(messageRoutes(world, decideUnknown))
  }
}
