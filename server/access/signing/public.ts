import { inOrganisation } from '../../database/tenancy.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { organisationById } from '../organisations/index.ts'
import { takeHit } from '../rates/index.ts'
import type { PdfVerification } from '../seals/index.ts'
import { networkOf } from '../sessions/rules.ts'
import { verifyOwnPdf } from './seal.ts'
import { hasOrganisation } from './store.ts'

const CHECKS = { limit: 30, windowSeconds: 15 * 60 }

/** Whose documents anybody may check at an address; its name is on each of them. */
export async function sealerName(world: World, organisationId: string): Promise<string> {
  if (!(await hasOrganisation(world.db, organisationId))) {
    throw new Refusal('not_found', 'no_such_link')
  }
  const { name } = await inOrganisation(world.db, organisationId, (tx) =>
    organisationById(tx, organisationId),
  )
  return name
}

/** The same check for anybody, so many times a quarter of an hour from one network. */
export async function verifyForAnybody(
  world: World,
  asked: { readonly organisationId: string; readonly address: string; readonly bytes: Uint8Array },
): Promise<PdfVerification> {
  const network = world.secrets.installation.hash(`network ${networkOf(asked.address)}`)
  await takeHit(world.db, { key: `check from ${network}`, ...CHECKS }, world.clock())
  return verifyOwnPdf(world, asked.organisationId, asked.bytes)
}
