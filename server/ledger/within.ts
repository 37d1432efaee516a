import type { Transaction } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { Actor } from '../http/actor.ts'
import type { World } from '../world.ts'
import { doingOf, type Doing } from './doing.ts'

/** Does work of an actor in one transaction of their organisation. */
export function within<Result>(
  world: World,
  actor: Actor,
  work: (tx: Transaction, doing: Doing) => Promise<Result>,
): Promise<Result> {
  return inOrganisation(world.db, actor.organisationId, (tx) => work(tx, doingOf(actor, world)))
}
