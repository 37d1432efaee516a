import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor, Visitor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { hashPassword, isPassword } from '../passwords/index.ts'
import {
  activeMember,
  endSessionsIn,
  selectOrganisationsOf,
  selectPerson,
  updatePerson,
  usePasswordLink,
} from '../people/index.ts'
import { giveBack, takeHit } from '../rates/index.ts'
import { noteEverywhere } from './history.ts'
import { open, type Device, type SignedIn } from './sign-in.ts'
import * as store from './store.ts'

/** Ends the session that asks for it. */
export async function signOut(world: World, { personId, sessionId }: Visitor): Promise<void> {
  await store.revokeSessions(world.db, personId, { now: world.clock(), only: sessionId })
  await noteEverywhere(world, personId, { name: 'sign_out.done', byThemselves: true })
}

/** Changes the password of whoever knows the present one, and signs them out everywhere else. */
export async function changePassword(
  world: World,
  { personId, sessionId }: Visitor,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { db } = world
  const now = world.clock()
  const rate = { key: `password of ${personId}`, limit: 10, windowSeconds: 15 * 60 }
  await takeHit(db, rate, now)
  const person = await selectPerson(db, personId)
  if (!person || !(await isPassword(current, person.passwordHash))) {
    throw new Refusal('invalid', 'wrong_password')
  }
  const email = world.secrets.installation.decrypt(person.email)
  const passwordHash = await hashPassword(next, { name: person.name, email })

  await giveBack(db, rate, now)
  await db.transaction().execute(async (tx) => {
    await updatePerson(tx, personId, { passwordHash })
    await store.revokeSessions(tx, personId, { now, except: sessionId })
  })
  await noteEverywhere(world, personId, { name: 'password.changed', byThemselves: true })
}

/** Sets the password that the bearer of a link chose, ends every session of theirs and signs them in. */
export async function enterByLink(
  world: World,
  chosen: { token: string; password: string },
  device: Device,
): Promise<SignedIn> {
  const { personId } = await world.db.transaction().execute(async (tx) => {
    const used = await usePasswordLink(tx, world, chosen)
    await store.revokeSessions(tx, used.personId, { now: world.clock() })
    return used
  })
  await noteEverywhere(world, personId, { name: 'password.set', byThemselves: true })
  const person = await selectPerson(world.db, personId)
  if (!person) throw new Error('the person of a link has vanished')
  return open(world, person, device)
}

/** Moves a session to another organisation of its person. */
export async function chooseOrganisation(
  world: World,
  { personId, sessionId }: Visitor,
  organisationId: string,
): Promise<void> {
  const organisations = await selectOrganisationsOf(world.db, personId)
  if (!organisations.some((one) => one.organisationId === organisationId)) {
    throw new Refusal('not_found', 'no_such_organisation')
  }
  await store.moveSession(world.db, sessionId, organisationId)
}

export async function listSessions(world: World, { personId, sessionId }: Visitor) {
  const rows = await store.selectSessionsOf(world.db, personId, { now: world.clock() })
  return rows.map((row) => ({ ...row, isThis: row.id === sessionId }))
}

export async function revokeSession(
  world: World,
  { personId }: Visitor,
  id: string,
): Promise<void> {
  const ended = await store.revokeSessions(world.db, personId, { now: world.clock(), only: id })
  if (ended === 0) throw new Refusal('not_found', 'no_such_session')
  await noteEverywhere(world, personId, { name: 'session.ended', byThemselves: true })
}

export async function revokeOtherSessions(
  world: World,
  { personId, sessionId }: Visitor,
): Promise<number> {
  const now = world.clock()
  const ended = await store.revokeSessions(world.db, personId, { now, except: sessionId })
  if (ended > 0)
    await noteEverywhere(world, personId, { name: 'session.ended', byThemselves: true })
  return ended
}

/** Where a member is signed in to the organisation of whoever asks. */
export function listSessionsOfPerson(world: World, actor: Actor, personId: string) {
  const { organisationId, sessionId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    await activeMember(tx, personId)
    const here = { now: world.clock(), organisationId }
    const rows = await store.selectSessionsOf(tx, personId, here)
    return rows.map((row) => ({ ...row, isThis: row.id === sessionId }))
  })
}

/** Ends what a member has open in the organisation of whoever asks. */
export function revokeSessionsOfPerson(
  world: World,
  { organisationId, personId: by }: Actor,
  personId: string,
): Promise<number> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    await activeMember(tx, personId)
    const now = world.clock()
    const ended = await endSessionsIn(tx, { personId, organisationId, now })
    await appendEvent(tx, {
      organisationId,
      at: now,
      name: 'session.ended',
      by: { kind: 'person', id: by },
      subject: { kind: 'person', id: personId },
      data: { ended },
    })
    return ended
  })
}
