import { maySeeCustomerOf, readersOf } from '../../../access/index.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { refuseStranger, type Desk } from '../common/desk.ts'

type Case = { readonly customerOwnerId: string | null; readonly collectorId: string | null }

/** Refuses an owner who could not open the dispute that they own. */
export async function refuseBlindOwner(
  desk: Desk,
  world: World,
  ownerId: string | null,
  customerOwnerId: string | null,
): Promise<void> {
  if (ownerId === null) return
  await refuseStranger(desk, ownerId)
  const reader = (await readersOf(desk.tx, world)).find(({ id }) => id === ownerId)
  if (!reader || !maySeeCustomerOf(reader, customerOwnerId)) {
    throw new Refusal('conflict', 'owner_may_not_see')
  }
}

/** Who owns a dispute when nobody was named: the department's colleague, the collector, or its opener. */
export async function usualOwner(
  desk: Desk,
  world: World,
  departmentPersonId: string | null,
  { customerOwnerId, collectorId }: Case,
): Promise<string> {
  const wished = [departmentPersonId, collectorId].flatMap((id) => id ?? [])
  if (wished.length === 0) return desk.actor.personId
  const readers = await readersOf(desk.tx, world)
  const able = wished.find((id) =>
    readers.some((reader) => reader.id === id && maySeeCustomerOf(reader, customerOwnerId)),
  )
  return able ?? desk.actor.personId
}
