import { listOrganisations } from '../access/index.ts'
import type { World } from '../world.ts'
import { Mistake } from './settings.ts'

type Organisation = Awaited<ReturnType<typeof listOrganisations>>[number]

/** The organisation with this slug, or the only one when none is named. */
export async function organisationBySlug(
  world: World,
  slug: string | undefined,
): Promise<Organisation> {
  const all = await listOrganisations(world.db)
  const [only] = all
  if (!only) throw new Mistake('There is no organisation yet: goodterms organisation create --help')
  if (slug === undefined && all.length === 1) return only
  const known = all.map((one) => one.slug).join(', ')
  if (slug === undefined) throw new Mistake(`Say which organisation: --organisation ${known}`)
  const found = all.find((one) => one.slug === slug || one.id === slug)
  if (found) return found
  throw new Mistake(`There is no organisation "${slug}"; there are: ${known}`)
}
