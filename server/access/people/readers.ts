import type { Transaction } from '../../database/database.ts'
import { isRole, seesAllCustomers, type Role } from '../../http/permissions.ts'
import type { World } from '../../world.ts'
import { selectReaders } from './store/readers.ts'

/** A colleague as somebody who may be told of things: what they are, and whose customers they see. */
export type Reader = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly roles: readonly Role[]
  /** Who manages the team that they are in. */
  readonly managerId: string | null
  /** The owners whose customers they see; null sees all. */
  readonly owners: readonly string[] | null
}

/** The colleagues of an organisation who are here now. */
export async function readersOf(tx: Transaction, world: World): Promise<Reader[]> {
  const rows = await selectReaders(tx)
  return rows.map(({ email, roles: stored, mates, ...row }) => {
    const roles = stored.filter(isRole)
    const owners = seesAllCustomers(roles)
      ? null
      : [...new Set([row.id, ...(roles.includes('sales_manager') ? mates : [])])]
    return { ...row, roles, owners, address: world.secrets.installation.decrypt(email) }
  })
}

/** Whether somebody may see a customer of this owner: the same rule as for every page. */
export function maySeeCustomerOf({ owners }: Pick<Reader, 'owners'>, ownerId: string | null) {
  return owners === null || (ownerId !== null && owners.includes(ownerId))
}
