import {
  addMember,
  createOrganisation,
  findOrCreatePerson,
  hashPassword,
  offerPasswordLink,
  organisationById,
  personByEmail,
  type Entity,
  type Furnish,
} from './access/index.ts'
import { installDefaultPlaybooks } from './collecting/playbooks/index.ts'
import { inOrganisation } from './database/tenancy.ts'
import type { Role } from './http/permissions.ts'
import { Refusal } from './kernel/refusal.ts'
import { createEntity } from './ledger/index.ts'
import type { World } from './world.ts'

type Language = 'en' | 'de' | 'fr' | 'es'

/** Puts into a new organisation what each room wants there from the first day. */
export function furnish(world: World): Furnish {
  return async (tx, { organisationId, entity }) => {
    const at = world.clock()
    const by = { kind: 'operator' } as const
    const { language } = await organisationById(tx, organisationId)
    if (entity) {
      const doing = { organisationId, by, at, owners: null }
      await createEntity(tx, doing, { ...entity, code: '1' })
    }
    await installDefaultPlaybooks(tx, { id: organisationId, language }, at)
  }
}

/** Makes an organisation as an operator does: furnished, without people. */
export function foundOrganisation(
  world: World,
  { name, language, entity }: { name: string; language: Language; entity: Entity },
) {
  return world.db.transaction().execute(async (tx) => {
    const { timeZone, currency: reportingCurrency } = entity
    const by = { kind: 'operator' } as const
    const founding = { name, language, timeZone, reportingCurrency, by }
    const organisationId = await createOrganisation(tx, world, founding)
    await furnish(world)(tx, { organisationId, entity })
    return organisationById(tx, organisationId)
  })
}

type Enrolment = {
  readonly name: string
  readonly email: string
  readonly title: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly password: string | undefined
}

/** Makes somebody a member as an operator does, with a password or a link to choose one. */
export async function enrol(world: World, organisationId: string, enrolment: Enrolment) {
  const { password, ...newcomer } = enrolment
  const hashed =
    password === undefined ? {} : { passwordHash: await hashPassword(password, newcomer) }
  return inOrganisation(world.db, organisationId, async (tx) => {
    const person = await findOrCreatePerson(tx, world, { ...newcomer, ...hashed })
    const by = { kind: 'operator' } as const
    await addMember(tx, world, { ...newcomer, organisationId, personId: person.id, by })
    const offer =
      person.passwordHash === null
        ? await offerPasswordLink(tx, world, { personId: person.id, by: null })
        : { link: null, expiresAt: null }
    return { id: person.id, wasKnown: !person.isNew, ...offer }
  })
}

/** A link for somebody who has lost theirs: the operator's way, whatever organisations they are in. */
export async function offerLinkTo(world: World, email: string) {
  const person = await personByEmail(world, email)
  if (!person) throw new Refusal('not_found', 'no_such_person', { email })
  return offerPasswordLink(world.db, world, { personId: person.id, by: null })
}
