import {
  addMember,
  createOrganisation,
  findOrCreatePerson,
  hashPassword,
} from '../../access/index.ts'
import { installDefaultPlaybooks } from '../../collecting/playbooks/index.ts'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../kernel/ids.ts'
import { createEntity } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import {
  COLLEAGUES,
  DEMO_PASSWORD,
  emailOf,
  ENTITIES,
  ORGANISATION,
  TEAMS,
  type Colleague,
  type PersonKey,
  type TeamKey,
} from '../company.ts'
import { insertAll } from '../store/rows.ts'

const BY = { kind: 'system' } as const

/** Makes the demo company: its legal entities, playbooks, teams and people. */
export async function foundDemo(world: World): Promise<string> {
  const password = { name: 'Demo', email: 'demo@kessler-moreau.example' }
  const passwordHash = await hashPassword(DEMO_PASSWORD, password)
  return world.db.transaction().execute(async (tx) => {
    const organisationId = await createOrganisation(tx, world, {
      ...ORGANISATION,
      isDemo: true,
      by: BY,
    })
    const at = world.clock()
    const doing = { organisationId, by: BY, at, owners: null }
    for (const { numbers: _numbers, ...entity } of Object.values(ENTITIES)) {
      await createEntity(tx, doing, entity)
    }
    await installDefaultPlaybooks(tx, { id: organisationId, language: ORGANISATION.language }, at)
    await addPeople(tx, world, { organisationId, passwordHash })
    await insertAll(tx, 'mailSettings', [mailSettings(organisationId, at)])
    return organisationId
  })
}

async function addPeople(
  tx: Transaction,
  world: World,
  { organisationId, passwordHash }: { organisationId: string; passwordHash: string },
): Promise<void> {
  const ids = new Map<PersonKey, string>()
  for (const colleague of COLLEAGUES) {
    const { id } = await findOrCreatePerson(tx, world, {
      name: colleague.name,
      email: emailOf(colleague),
      language: colleague.language,
      passwordHash,
    })
    ids.set(colleague.key, id)
  }
  const teams = { continent: newId(), international: newId() } satisfies Record<TeamKey, string>
  await insertAll(
    tx,
    'teams',
    (['continent', 'international'] as const).map((key) => ({
      id: teams[key],
      organisationId,
      name: TEAMS[key].name,
      managerId: ids.get(TEAMS[key].manager) ?? null,
    })),
  )
  for (const colleague of COLLEAGUES) {
    const personId = ids.get(colleague.key) ?? ''
    await addMember(tx, world, {
      ...membershipOf(colleague, teams),
      organisationId,
      personId,
      by: BY,
    })
  }
}

function membershipOf({ roles, title, phone, team }: Colleague, teams: Record<TeamKey, string>) {
  return { roles, title, phone, teamId: team === null ? null : teams[team] }
}

/** What these say is overridden for a demo: its mail goes to the mailbox on this machine. */
function mailSettings(organisationId: string, updatedAt: ReturnType<World['clock']>) {
  return {
    organisationId,
    host: 'localhost',
    port: 2525,
    security: 'none' as const,
    fromAddress: 'accounts@kessler-moreau.example',
    messageDomain: 'kessler-moreau.example',
    connections: 3,
    messagesPerMinute: 3_000,
    testMailbox: 'test@kessler-moreau.example',
    updatedAt,
  }
}
