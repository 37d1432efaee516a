import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { PlaybookContent as Shape } from './content/contract.ts'
import type * as contract from './contract.ts'
import { changesBetween } from './rules/changes.ts'
import { type Spoken, spokenContent, spokenIn } from './rules/spoken.ts'
import * as store from './store.ts'

type Version = z.input<typeof contract.PlaybookVersion>
type ReadVersion = z.input<(typeof contract.getVersion.schema.response)[200]>

/** Every version of a playbook, the newest first: what changed, who, when. */
export function listVersions(
  world: World,
  { organisationId, language }: Actor,
  id: string,
): Promise<{ rows: Version[] }> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const versions = await versionsOf(tx, organisationId, id)
    const nameOf = await namesOf(tx, versions)
    const rows = versions.map((row, index) =>
      told(row, { before: versions[index + 1], nameOf, versions, spoken: spokenIn(language) }),
    )
    return { rows }
  })
}

/** One version as it was, whatever came after it. */
export function readVersion(
  world: World,
  { organisationId, language }: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ReadVersion> {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const versions = await versionsOf(tx, organisationId, id)
    const index = versions.findIndex((one) => one.version === version)
    const row = versions[index]
    if (!row) throw new Refusal('not_found', 'no_such_version')
    const nameOf = await namesOf(tx, [row])
    const before = versions[index + 1]
    const spoken = spokenIn(language)
    const content = spokenContent(Shape.parse(row.content), spoken)
    return { ...told(row, { before, nameOf, versions, spoken }), content }
  })
}

async function versionsOf(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<readonly store.VersionRow[]> {
  const [playbook] = await store.selectPlaybooks(tx, organisationId, id)
  if (!playbook) throw new Refusal('not_found', 'no_such_playbook')
  return playbook.versions
}

type NameOf = (id: string | null) => { id: string; name: string } | null

async function namesOf(tx: Transaction, rows: readonly store.VersionRow[]): Promise<NameOf> {
  const ids = rows.flatMap(({ createdBy, switchedOnBy }) => [createdBy, switchedOnBy])
  const people = await store.selectPeople(tx, [...new Set(ids.filter((id) => id !== null))])
  return (id) => people.find((person) => person.id === id) ?? null
}

type Surroundings = {
  readonly before: store.VersionRow | undefined
  readonly nameOf: NameOf
  readonly versions: readonly store.VersionRow[]
  readonly spoken: Spoken
}

function told(row: store.VersionRow, surroundings: Surroundings): Version {
  const { before, nameOf, versions, spoken } = surroundings
  // A name that came along is no other one for having been saved in another language.
  const contentOf = (one: store.VersionRow) => spokenContent(Shape.parse(one.content), spoken)
  const inForce = versions.find(({ switchedOnAt }) => switchedOnAt !== null)
  const changes = before ? changesBetween(contentOf(before), contentOf(row)) : []
  return {
    version: row.version,
    state: row.switchedOnAt === null ? 'draft' : row === inForce ? 'in_force' : 'replaced',
    savedAt: row.createdAt,
    savedBy: nameOf(row.createdBy),
    switchedOnAt: row.switchedOnAt,
    switchedOnBy: nameOf(row.switchedOnBy),
    changes: changes.map((change) => ({ ...change, fields: [...change.fields] })),
  }
}
