import type { FastifyPluginAsync } from 'fastify'

import { accessJobs, accessRoutes } from './access/index.ts'
import { deskJobs, deskRoutes } from './collecting/desk/index.ts'
import { collectingJobs, collectingRoutes, meetingJobs } from './collecting/index.ts'
import { inOrganisation } from './database/tenancy.ts'
import { demoJobs } from './demo/index.ts'
import { furnish } from './founding.ts'
import { insightRoutes } from './insight/index.ts'
import { importJobs, importRoutes } from './intake/index.ts'
import type { Job } from './jobs/jobs.ts'
import { ledgerJobs, ledgerRoutes, ownersOf } from './ledger/index.ts'
import { notifyingJobs, notifyingRoutes } from './notifying/index.ts'
import { closeTalking, talkingRoutes } from './talking/index.ts'
import type { World } from './world.ts'

/** The routes of every room. */
export function routesOf(world: World): FastifyPluginAsync[] {
  return [
    accessRoutes(world, { furnish: furnish(world), ownerOf: ownerIn(world) }),
    ledgerRoutes(world),
    insightRoutes(world),
    importRoutes(world),
    deskRoutes(world),
    collectingRoutes(world),
    talkingRoutes(world),
    notifyingRoutes(world),
  ]
}

/** The jobs of every room. */
export function jobsOf(world: World): Job[] {
  return [
    ...accessJobs(world),
    ...ledgerJobs(world),
    ...importJobs(world),
    ...deskJobs(world),
    ...collectingJobs(world),
    ...meetingJobs(world),
    ...notifyingJobs(world),
    ...demoJobs(world),
  ]
}

/** Ends what rooms keep running beside the world: worker processes and the like. */
export async function closeRooms(): Promise<void> {
  await closeTalking()
}

/** Today's owner of a customer, for the live updates of people who see only their own. */
function ownerIn(world: World) {
  return (organisationId: string, customerId: string) =>
    inOrganisation(world.db, organisationId, async (tx) => {
      const owners = await ownersOf(tx, [customerId])
      return owners.get(customerId) ?? null
    })
}
