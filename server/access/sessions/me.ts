import { permissionsOf, seesAllCustomers } from '../../http/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { selectOrganisation } from '../organisations/index.ts'
import { selectOrganisationsOf, selectPerson, updatePerson } from '../people/index.ts'
import { noteEverywhere } from './history.ts'

/** The person of a session with all that the frame of every page needs. */
export async function showMe(
  world: World,
  session: { personId: string; sessionId: string; organisationId: string | null },
) {
  const person = await selectPerson(world.db, session.personId)
  if (!person) throw new Refusal('unauthenticated', 'sign_in_first')
  const organisations = await selectOrganisationsOf(world.db, person.id)
  const here = organisations.find((one) => one.organisationId === session.organisationId)
  const organisation = here ? await selectOrganisation(world.db, here.organisationId) : null
  const roles = here?.roles ?? []
  return {
    person: {
      id: person.id,
      name: person.name,
      email: world.secrets.installation.decrypt(person.email),
      language: person.language,
    },
    sessionId: session.sessionId,
    organisations: organisations.map(({ organisationId, ...one }) => ({
      ...one,
      id: organisationId,
    })),
    organisation,
    roles,
    permissions: permissionsOf(roles),
    seesAllCustomers: seesAllCustomers(roles),
    now: world.clock(),
    hasTrialClock: world.hasTrialClock,
  }
}

export async function changeMe(
  world: World,
  personId: string,
  changes: { name?: string | undefined; language?: 'en' | 'de' | 'fr' | 'es' | undefined },
): Promise<void> {
  const { name, language } = changes
  await updatePerson(world.db, personId, {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
  })
  await noteEverywhere(world, personId, { name: 'person.changed', byThemselves: true })
}
