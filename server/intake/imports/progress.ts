import { inOrganisation } from '../../database/tenancy.ts'
import type { World } from '../../world.ts'
import { noteProgress, type Guarded } from './store/imports.ts'

const EVERY_MS = 400

/** Thrown inside work that somebody has stopped, or that a change has made void. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Tells those who watch how far the work is, now and then; stops it when it is no longer wanted. */
export function progressOf(world: World, guarded: Guarded): (rows: number) => Promise<void> {
  let last = performance.now()
  let most = 0
  return async (rows) => {
    most = Math.max(most, rows)
    if (performance.now() - last < EVERY_MS) return
    last = performance.now()
    const isWanted = await inOrganisation(world.db, guarded.organisationId, (tx) =>
      noteProgress(tx, guarded, most),
    )
    if (!isWanted) throw new Stopped()
  }
}
