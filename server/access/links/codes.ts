import { inOrganisation } from '../../database/tenancy.ts'
import { addSeconds } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import { takeHit } from '../rates/index.ts'
import { hashOf, hashOfCode } from './hashes.ts'
import { openLink } from './links.ts'
import { CODE_SECONDS, refusalOf, type Link } from './rules.ts'
import * as store from './store.ts'
import { newCode } from './tokens.ts'

const CODES_AN_HOUR = 5

/** A fresh code for a link that asks for one; the one before it ends. Handed to nothing but its mail. */
export async function makeCode(
  world: World,
  bearer: { readonly token: string; readonly address: string },
): Promise<{ readonly link: Link; readonly code: string }> {
  const link = await openLink(world, bearer)
  const now = world.clock()
  const rate = { key: `code for ${link.id}`, limit: CODES_AN_HOUR, windowSeconds: 60 * 60 }
  await takeHit(world.db, rate, now)
  const { organisationId } = link
  const keys = await world.secrets.of(organisationId)
  const code = newCode()
  await inOrganisation(world.db, organisationId, async (tx) => {
    const row = await store.selectLink(tx, hashOf(keys, bearer.token), { lock: true })
    if (!row) throw new Refusal('not_found', 'no_such_link')

    const refusal = refusalOf(row, now)
    if (refusal) throw new Refusal('gone', refusal)

    const codeHash = hashOfCode(keys, row.id, code)
    await store.keepCode(tx, row.id, { codeHash, codeExpiresAt: addSeconds(now, CODE_SECONDS) })
    await appendEvent(tx, {
      organisationId,
      at: now,
      name: 'link.code_made',
      by: { kind: 'system' },
      subject: { kind: 'link', id: row.id },
    })
  })
  return { link, code }
}
