import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { lockOrganisation } from '../organisations/index.ts'
import { isActiveMember } from './people.ts'
import * as store from './store/teams.ts'

type Team = { readonly name: string; readonly managerId: string | null }

export function listTeams(world: World, { organisationId }: Actor) {
  return inOrganisation(world.db, organisationId, store.selectTeams)
}

export function addTeam(world: World, actor: Actor, team: Team): Promise<{ id: string }> {
  return changing(world, actor, async (tx) => {
    const id = newId()
    await refuseBadTeam(tx, id, team)

    await store.insertTeam(tx, { id, organisationId: actor.organisationId, ...team })
    await note(tx, world, actor, { name: 'team.added', id })
    return { id }
  })
}

export function changeTeam(world: World, actor: Actor, id: string, team: Team): Promise<void> {
  return changing(world, actor, async (tx) => {
    await refuseMissing(tx, id)
    await refuseBadTeam(tx, id, team)

    await store.updateTeam(tx, { id, ...team })
    await note(tx, world, actor, { name: 'team.changed', id })
  })
}

export function removeTeam(world: World, actor: Actor, id: string): Promise<void> {
  return changing(world, actor, async (tx) => {
    await refuseMissing(tx, id)

    await store.deleteTeam(tx, id)
    await note(tx, world, actor, { name: 'team.removed', id })
  })
}

function changing<Result>(
  world: World,
  { organisationId }: Actor,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    await lockOrganisation(tx, organisationId)
    return work(tx)
  })
}

async function refuseMissing(tx: Transaction, id: string): Promise<void> {
  if (!(await store.hasTeam(tx, id))) throw new Refusal('not_found', 'no_such_team')
}

async function refuseBadTeam(
  tx: Transaction,
  id: string,
  { name, managerId }: Team,
): Promise<void> {
  if (await store.isNameTaken(tx, name, id))
    throw new Refusal('conflict', 'team_name_taken', { name })
  if (managerId !== null && !(await isActiveMember(tx, managerId))) {
    throw new Refusal('invalid', 'no_such_person')
  }
}

function note(
  tx: Transaction,
  world: World,
  actor: Actor,
  { name, id }: { name: string; id: string },
): Promise<void> {
  return appendEvent(tx, {
    organisationId: actor.organisationId,
    at: world.clock(),
    name,
    by: { kind: 'person', id: actor.personId },
    subject: { kind: 'team', id },
  })
}
