import type { Actor } from '../../http/actor.ts'
import type { World } from '../../world.ts'

/**
 * A secret of a person in an organisation, the same on each device and after each sign-in. A device
 * forgets it when they sign out: what waits there can then be read by nobody until they are back.
 */
export async function deviceKeyOf(
  world: Pick<World, 'secrets'>,
  { organisationId, personId }: Actor,
): Promise<{ key: string }> {
  const keys = await world.secrets.of(organisationId)
  return { key: keys.hash(`device ${personId}`) }
}
