import type { FastifyPluginAsync } from 'fastify'

import type { World } from '../world.ts'
import { auditRoutes } from './audit/index.ts'
import { liveRoutes, type OwnerOf } from './live/index.ts'
import { organisationRoutes } from './organisations/index.ts'
import { peopleRoutes } from './people/index.ts'
import { sessionRoutes } from './sessions/index.ts'
import { setupRoutes, type Furnish } from './setup/index.ts'
import { signingRoutes } from './signing/index.ts'
import { viewRoutes } from './views/index.ts'

/** What this room asks of the rooms above it. */
export type Above = { readonly furnish: Furnish; readonly ownerOf: OwnerOf }

/** The routes of this room. */
export function accessRoutes(world: World, { furnish, ownerOf }: Above): FastifyPluginAsync {
  return async (app) => {
    await app.register(setupRoutes(world, furnish))
    await app.register(sessionRoutes(world))
    await app.register(organisationRoutes(world))
    await app.register(peopleRoutes(world))
    await app.register(viewRoutes(world))
    await app.register(auditRoutes(world))
    await app.register(signingRoutes(world))
    await app.register(liveRoutes(world, ownerOf))
  }
}
