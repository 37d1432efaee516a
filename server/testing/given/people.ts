import { startSession } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Role } from '../../http/permissions.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'

export async function givenOrganisation(
  world: World,
  fields: {
    name?: string
    language?: 'en' | 'de' | 'fr' | 'es'
    testMode?: boolean
    timeZone?: string | undefined
  } = {},
): Promise<string> {
  const id = newId()
  await world.db
    .insertInto('organisations')
    .values({
      id,
      name: fields.name ?? 'Example Ltd',
      slug: `org-${id}`,
      language: fields.language ?? 'en',
      timeZone: fields.timeZone ?? 'UTC',
      testMode: fields.testMode ?? false,
      dataKey: world.secrets.newDataKey(),
      createdAt: world.clock(),
    })
    .execute()
  return id
}

export async function givenPerson(
  world: World,
  organisationId: string,
  fields: {
    roles: readonly Role[]
    name?: string
    email?: string
    teamId?: string
    passwordHash?: string
    language?: 'en' | 'de' | 'fr' | 'es'
  },
): Promise<string> {
  const id = newId()
  const email = fields.email ?? `${fields.roles[0] ?? 'nobody'}.${id}@example.test`
  const keys = world.secrets.installation
  await world.db
    .insertInto('people')
    .values({
      id,
      name: fields.name ?? `A ${fields.roles[0] ?? 'nobody'}`,
      email: keys.encrypt(email),
      emailHash: keys.hash(email),
      passwordHash: fields.passwordHash ?? null,
      ...(fields.language && { language: fields.language }),
      createdAt: world.clock(),
    })
    .execute()
  if (fields.roles.length > 0) await givenMember(world, organisationId, { personId: id, ...fields })
  return id
}

export async function givenMember(
  world: World,
  organisationId: string,
  fields: { personId: string; roles: readonly Role[]; teamId?: string },
): Promise<void> {
  await inOrganisation(world.db, organisationId, (tx) =>
    tx
      .insertInto('members')
      .values({
        id: newId(),
        organisationId,
        personId: fields.personId,
        roles: [...fields.roles],
        teamId: fields.teamId ?? null,
        createdAt: world.clock(),
      })
      .execute(),
  )
}

export async function givenTeam(
  world: World,
  organisationId: string,
  fields: { managerId?: string; name?: string } = {},
): Promise<string> {
  const id = newId()
  const values = {
    id,
    organisationId,
    name: fields.name ?? `Team ${id}`,
    managerId: fields.managerId ?? null,
  }
  await inOrganisation(world.db, organisationId, (tx) =>
    tx.insertInto('teams').values(values).execute(),
  )
  return id
}

/** A session made directly: the token to put into the cookie. */
export async function givenSession(
  world: World,
  organisationId: string | null,
  personId: string,
): Promise<string> {
  const now = world.clock()
  const session = { personId, organisationId, userAgent: 'test', now }
  return (await startSession(world.db, session)).token
}
