import { createHash, randomBytes } from 'node:crypto'

import type { Database, Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { addSeconds, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { lockOrganisation, selectOrganisation } from '../organisations/index.ts'
import { hashPassword } from '../passwords/index.ts'
import { activeMember, addMember, findOrCreatePerson, type Membership } from './people.ts'
import * as links from './store/links.ts'
import { selectOrganisationsOf, updatePerson } from './store/people.ts'

const DAYS_TO_LIVE = 7

type Invitation = Pick<Membership, 'roles' | 'teamId' | 'title' | 'phone'> & {
  readonly name: string
  readonly email: string
  readonly language?: 'en' | 'de' | 'fr' | 'es' | undefined
}

export type Link = { readonly link: string; readonly expiresAt: Instant }

/**
 * Makes somebody a member. A newcomer gets a link to set their password; somebody who already signs
 * in to this installation does so as before, and their name and language stay their own.
 */
export function invitePerson(world: World, actor: Actor, invitation: Invitation) {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    await lockOrganisation(tx, organisationId)
    const { language } = await selectOrganisation(tx, organisationId)
    const newcomer = { ...invitation, language: invitation.language ?? language }
    const person = await findOrCreatePerson(tx, world, newcomer)
    const by = { kind: 'person', id: actor.personId } as const
    await addMember(tx, world, { ...invitation, organisationId, personId: person.id, by })
    const offer =
      person.passwordHash === null && !(await worksElsewhere(tx, person.id, organisationId))
        ? await offerPasswordLink(tx, world, { personId: person.id, by: actor.personId })
        : { link: null, expiresAt: null }
    return { id: person.id, ...offer }
  })
}

/**
 * A new link for a member who lost their password or their link. Refused for somebody who works in
 * another organisation too: one administrator must not open the other's door.
 */
export function linkForPassword(world: World, actor: Actor, personId: string) {
  const { organisationId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    await activeMember(tx, personId)

    if (await worksElsewhere(tx, personId, organisationId)) {
      throw new Refusal('conflict', 'works_elsewhere_too')
    }

    const offer = await offerPasswordLink(tx, world, { personId, by: actor.personId })
    await appendEvent(tx, {
      organisationId,
      at: world.clock(),
      name: 'password_link.made',
      by: { kind: 'person', id: actor.personId },
      subject: { kind: 'person', id: personId },
    })
    return { id: personId, ...offer }
  })
}

async function worksElsewhere(
  tx: Transaction,
  personId: string,
  organisationId: string,
): Promise<boolean> {
  const organisations = await selectOrganisationsOf(tx, personId)
  return organisations.some((other) => other.organisationId !== organisationId)
}

/** The address of a page where the person sets their password, once; earlier ones end. */
export async function offerPasswordLink(
  db: Database,
  world: World,
  { personId, by }: { personId: string; by: string | null },
): Promise<Link> {
  const now = world.clock()
  const expiresAt = addSeconds(now, DAYS_TO_LIVE * 24 * 60 * 60)
  const token = randomBytes(32).toString('base64url')
  await links.endLinks(db, personId, now)
  await links.insertLink(db, {
    id: newId(),
    tokenHash: hashOfToken(token),
    personId,
    createdBy: by,
    createdAt: now,
    expiresAt,
  })
  return { link: `${world.origin}/password/${token}`, expiresAt }
}

/** Whom a link is for; refused when it is unknown, used or over. */
export async function readPasswordLink(db: Database, world: World, token: string) {
  const link = await links.selectLink(db, hashOfToken(token))
  if (!link) throw new Refusal('not_found', 'no_such_link')
  if (link.usedAt) throw new Refusal('conflict', 'link_used')
  if (link.expiresAt <= world.clock()) throw new Refusal('conflict', 'link_expired')
  return { ...link, email: world.secrets.installation.decrypt(link.email) }
}

/** Sets the password that the link's bearer chose. Of two at once one succeeds. */
export async function usePasswordLink(
  tx: Transaction,
  world: World,
  { token, password }: { token: string; password: string },
): Promise<{ personId: string }> {
  const link = await readPasswordLink(tx, world, token)
  const passwordHash = await hashPassword(password, link)

  if (!(await links.useLink(tx, link.id, world.clock()))) throw new Refusal('conflict', 'link_used')

  await updatePerson(tx, link.personId, { passwordHash })
  return { personId: link.personId }
}

function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
