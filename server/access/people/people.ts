import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { isRole, mayAny, type Role } from '../../http/permissions.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent, type Doer } from '../events/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import * as members from './store/members.ts'
import * as people from './store/people.ts'
import { hasTeam, releaseTeamsOf } from './store/teams.ts'

export type Newcomer = {
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly passwordHash?: string
}

/** The person with this address, made if the installation has none. An existing one keeps everything. */
export async function findOrCreatePerson(
  tx: Transaction,
  world: World,
  newcomer: Newcomer,
): Promise<people.PersonRow & { readonly isNew: boolean }> {
  const keys = world.secrets.installation
  const email = newcomer.email.trim().toLowerCase()
  const emailHash = keys.hash(email)
  const person = {
    id: newId(),
    name: newcomer.name,
    email: keys.encrypt(email),
    passwordHash: newcomer.passwordHash ?? null,
    language: newcomer.language,
  }
  const known = await people.selectPersonByEmail(tx, emailHash)
  if (known) return { ...known, isNew: false }
  if (await people.insertPerson(tx, { ...person, emailHash, createdAt: world.clock() })) {
    return { ...person, disabledAt: null, isNew: true }
  }
  const other = await people.selectPersonByEmail(tx, emailHash)
  if (!other) throw new Error('a person was neither there nor could be made')
  return { ...other, isNew: false }
}

export function personByEmail(world: World, email: string): Promise<people.PersonRow | undefined> {
  const emailHash = world.secrets.installation.hash(email.trim().toLowerCase())
  return people.selectPersonByEmail(world.db, emailHash)
}

export type Membership = {
  readonly organisationId: string
  readonly personId: string
  readonly roles: readonly Role[]
  readonly teamId?: string | null
  readonly title?: string
  readonly phone?: string
  readonly by: Doer
}

/** Makes a person a member, again if they had left; refused while they are one. */
export async function addMember(
  tx: Transaction,
  world: World,
  membership: Membership,
): Promise<void> {
  const { organisationId, personId, roles, teamId = null, title = '', phone = '' } = membership
  if (teamId !== null && !(await hasTeam(tx, teamId))) throw new Refusal('invalid', 'no_such_team')
  const earlier = await members.selectMember(tx, personId)
  if (earlier && !earlier.leftAt) throw new Refusal('conflict', 'already_a_member')
  const fields = { roles: [...roles], teamId, title, phone }
  if (earlier) await members.updateMember(tx, personId, { ...fields, leftAt: null })
  else {
    const created = { id: newId(), organisationId, personId, createdAt: world.clock() }
    await members.insertMember(tx, { ...created, ...fields })
  }
  await appendEvent(tx, {
    organisationId,
    at: world.clock(),
    name: 'person.joined',
    by: membership.by,
    subject: { kind: 'person', id: personId },
    data: { roles },
  })
}

/** The members; addresses only for those who manage people. */
export function listPeople(world: World, { organisationId, roles }: Actor) {
  const keys = world.secrets.installation
  const seesEmail = mayAny(roles, 'people.manage')
  return inOrganisation(world.db, organisationId, async (tx) => {
    const rows = await members.selectMembers(tx, organisationId)
    return rows.map(({ leftAt, email, ...member }) => ({
      ...member,
      roles: member.roles.filter(isRole),
      email: seesEmail ? keys.decrypt(email) : '',
      isActive: leftAt === null,
    }))
  })
}

type Changes = {
  readonly roles?: readonly Role[] | undefined
  readonly teamId?: string | null | undefined
  readonly title?: string | undefined
  readonly phone?: string | undefined
}

export function changePerson(
  world: World,
  actor: Actor,
  personId: string,
  changes: Changes,
): Promise<void> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await lockOrganisation(tx, actor.organisationId)
    const member = await activeMember(tx, personId)
    const { roles, teamId, title, phone } = changes

    if (roles && !roles.includes('administrator')) await refuseLastAdministrator(tx, member)
    if (teamId != null && !(await hasTeam(tx, teamId))) {
      throw new Refusal('invalid', 'no_such_team')
    }

    await members.updateMember(tx, personId, {
      ...(roles ? { roles: [...new Set(roles)] } : {}),
      ...(teamId === undefined ? {} : { teamId }),
      ...(title === undefined ? {} : { title }),
      ...(phone === undefined ? {} : { phone }),
    })
    await appendEvent(tx, {
      organisationId: actor.organisationId,
      at: world.clock(),
      name: 'person.changed',
      by: { kind: 'person', id: actor.personId },
      subject: { kind: 'person', id: personId },
      data: { ...(roles ? { from: member.roles, to: roles } : {}), fields: Object.keys(changes) },
    })
  })
}

/** Ends a membership and the sessions in it. What the person did stays theirs. */
export function removePerson(world: World, actor: Actor, personId: string): Promise<void> {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    await lockOrganisation(tx, organisationId)
    const member = await activeMember(tx, personId)

    await refuseLastAdministrator(tx, member)

    const now = world.clock()
    await members.updateMember(tx, personId, { leftAt: now, teamId: null })
    await releaseTeamsOf(tx, personId)
    await members.endSessionsIn(tx, { personId, organisationId, now })
    await appendEvent(tx, {
      organisationId,
      at: now,
      name: 'person.left',
      by: { kind: 'person', id: actor.personId },
      subject: { kind: 'person', id: personId },
    })
  })
}

/** The member, or a refusal; a stranger and somebody who left are the same to the caller. */
export async function activeMember(tx: Transaction, personId: string): Promise<members.MemberRow> {
  const member = await members.selectMember(tx, personId)
  if (!member || member.leftAt) throw new Refusal('not_found', 'no_such_person')
  return member
}

export async function isActiveMember(tx: Transaction, personId: string): Promise<boolean> {
  const member = await members.selectMember(tx, personId)
  return member !== undefined && member.leftAt === null
}

/** Somebody must remain who can let people in. */
async function refuseLastAdministrator(tx: Transaction, member: members.MemberRow): Promise<void> {
  if (!member.roles.includes('administrator')) return
  if (await members.hasOtherAdministrator(tx, member.personId)) return
  throw new Refusal('conflict', 'last_administrator')
}
