import { connect } from '../database/database.ts'
import { inOrganisation } from '../database/tenancy.ts'
import type { World } from '../world.ts'
import { loadDemo } from './load/load.ts'
import {
  deleteFrom,
  deleteOrganisation,
  selectDemos,
  selectTenantTables,
} from './store/organisation.ts'

/** Takes the demo company away, with everything in it; other organisations are not touched. */
export async function removeDemo(world: World): Promise<void> {
  const owner = connect(world.ownerUrl, { as: 'owner', connections: 1 })
  try {
    const tables = await selectTenantTables(owner)
    for (const { id } of await selectDemos(owner)) {
      await inOrganisation(owner, id, async (tx) => {
        for (const table of tables) await deleteFrom(tx, table, id)
        await deleteOrganisation(tx, id)
      })
    }
  } finally {
    await owner.destroy()
  }
}

/** Makes the demo company afresh, its history ending today. */
export async function resetDemo(world: World): Promise<string> {
  await removeDemo(world)
  return loadDemo(world)
}
