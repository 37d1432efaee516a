import type { Database } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { selectOrganisationsOf, selectPersonByEmail } from '../people/index.ts'

export const REFUSED_SIGN_IN = 'note-refused-sign-in'

/** Writes something that befell a person's access into the history of each organisation of theirs. */
export async function noteEverywhere(
  world: World,
  personId: string,
  event: { readonly name: string; readonly byThemselves: boolean },
): Promise<void> {
  for (const { organisationId } of await selectOrganisationsOf(world.db, personId)) {
    await noteIn(world.db, world, { ...event, organisationId, personId })
  }
}

export function noteIn(
  db: Database,
  world: World,
  event: { name: string; byThemselves: boolean; organisationId: string; personId: string },
): Promise<void> {
  const { name, organisationId, personId } = event
  return inOrganisation(db, organisationId, (tx) =>
    appendEvent(tx, {
      organisationId,
      at: world.clock(),
      name,
      by: event.byThemselves ? { kind: 'person', id: personId } : { kind: 'system' },
      subject: { kind: 'person', id: personId },
    }),
  )
}

/** Tells the organisations of a person that somebody failed to sign in as them. */
export async function noteRefusedSignIn(world: World, emailHash: string): Promise<void> {
  const person = await selectPersonByEmail(world.db, emailHash)
  if (!person) return
  await noteEverywhere(world, person.id, { name: 'sign_in.refused', byThemselves: false })
}
