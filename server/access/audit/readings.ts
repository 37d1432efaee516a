import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { addSeconds, type Instant } from '../../kernel/day.ts'
import type { World } from '../../world.ts'
import { appendQuietly } from '../events/index.ts'

const QUARTER_HOUR = 15 * 60
const REMEMBERED = 10_000

/** Sensitive data that somebody looked at: 'message.opened', 'contacts.revealed', 'customers.exported'. */
export type Reading = {
  readonly name: string
  readonly subject: { readonly kind: string; readonly id?: string | null }
  readonly customerId?: string | null
  readonly data?: Readonly<Record<string, unknown>>
}

const seen = new Map<string, Instant>()

/**
 * Writes down that somebody read something sensitive; looking again within a quarter of an hour is the
 * same reading. Nobody is notified: reading changes nothing.
 */
export async function noteReading(world: World, actor: Actor, reading: Reading): Promise<void> {
  const now = world.clock()
  const { name, subject } = reading
  const key = [actor.organisationId, actor.personId, name, subject.kind, subject.id].join(' ')
  const last = seen.get(key)
  if (last !== undefined && last <= now && now < addSeconds(last, QUARTER_HOUR)) return
  remember(key, now)
  await inOrganisation(world.db, actor.organisationId, (tx) =>
    appendQuietly(tx, {
      ...reading,
      organisationId: actor.organisationId,
      at: now,
      by: { kind: 'person', id: actor.personId },
    }),
  )
}

function remember(key: string, now: Instant): void {
  seen.delete(key)
  seen.set(key, now)
  const [oldest] = seen.keys()
  if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest)
}
