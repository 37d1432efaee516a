import type { FastifyPluginAsync } from 'fastify'

import { accessJobs, accessRoutes } from './access/index.ts'
import { deskJobs, deskRoutes } from './collecting/desk/index.ts'
import { furnish } from './founding.ts'
import type { Job } from './jobs/jobs.ts'
import type { World } from './world.ts'

/** The routes of every room. */
export function routesOf(world: World): FastifyPluginAsync[] {
  return [accessRoutes(world, furnish(world)), deskRoutes(world)]
}

/** The jobs of every room. */
export function jobsOf(world: World): Job[] {
  return [...accessJobs(world), ...deskJobs(world)]
}

/** Ends what rooms keep running beside the world: worker processes and the like. */
export async function closeRooms(): Promise<void> {}
