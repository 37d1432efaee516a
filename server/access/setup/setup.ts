import type { Transaction } from '../../database/database.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import {
  createOrganisation,
  hasRealOrganisation,
  lockSetup,
  type Founding,
} from '../organisations/index.ts'
import { hashPassword } from '../passwords/index.ts'
import { addMember, findOrCreatePerson, selectDemoPeople, selectPerson } from '../people/index.ts'
import { open, type Device, type SignedIn } from '../sessions/index.ts'

export type Entity = {
  readonly name: string
  readonly country: string
  readonly region: string
  readonly currency: string
  readonly timeZone: string
}

/** What the rooms above put into a new organisation, in the transaction that makes it. */
export type Furnish = (
  tx: Transaction,
  organisation: { readonly organisationId: string; readonly entity: Entity | null },
) => Promise<void>

type Setup = {
  readonly organisation: Pick<Founding, 'name' | 'language'>
  readonly legalEntity: Entity
  readonly administrator: {
    readonly name: string
    readonly email: string
    readonly password: string
  }
}

export async function showSetup(world: World) {
  const isNeeded = !(await hasRealOrganisation(world.db))
  const people = isNeeded ? await selectDemoPeople(world.db) : []
  return { isNeeded, demo: people.length > 0 ? { people } : null }
}

/**
 * Makes the installation's first organisation, its legal entity and its administrator, and signs them
 * in. Only while there is none (demo ones aside); of two at once one succeeds.
 */
export async function setUp(
  world: World,
  furnish: Furnish,
  setup: Setup,
  device: Device,
): Promise<SignedIn> {
  const { administrator, legalEntity, organisation } = setup
  await refuseIfDone(world.db)
  const passwordHash = await hashPassword(administrator.password, administrator)

  const personId = await world.db.transaction().execute(async (tx) => {
    await lockSetup(tx)
    await refuseIfDone(tx)

    const { timeZone, currency } = legalEntity
    const by = { kind: 'operator' } as const
    const founding = { ...organisation, timeZone, reportingCurrency: currency, by }
    const organisationId = await createOrganisation(tx, world, founding)
    const newcomer = { ...administrator, language: organisation.language, passwordHash }
    const person = await findOrCreatePerson(tx, world, newcomer)
    if (!person.isNew) throw new Refusal('conflict', 'address_taken')
    const roles = ['administrator', 'credit_manager'] as const
    await addMember(tx, world, { organisationId, personId: person.id, roles, by })
    await furnish(tx, { organisationId, entity: legalEntity })
    return person.id
  })

  const person = await selectPerson(world.db, personId)
  if (!person) throw new Error('the administrator of a new organisation has vanished')
  return open(world, person, device)
}

async function refuseIfDone(db: World['db']): Promise<void> {
  if (await hasRealOrganisation(db)) throw new Refusal('conflict', 'already_set_up')
}
