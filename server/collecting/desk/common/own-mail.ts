import type { Transaction } from '../../../database/database.ts'
import { addJob } from '../../../jobs/jobs.ts'
import type { Contact } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import type { Desk } from './desk.ts'

/** The job that sends a message which a person, or a plan, asked for. */
export const SEND_OWN = 'desk:send_own'

type Which = { readonly organisationId: string; readonly messageId: string }

/** Has a claimed message sent, once, after this transaction and so many seconds to think again. */
export function sendSoon(
  tx: Transaction,
  { organisationId, messageId }: Which,
  inSeconds = 0,
): Promise<void> {
  const key = `${SEND_OWN}:${messageId}`
  return addJob(tx, { task: SEND_OWN, payload: { organisationId, messageId }, key, inSeconds })
}

/** For whom and when a message is written and claimed at a desk. */
export function doingAt(
  { organisation, now, keys }: Pick<Desk, 'now' | 'keys'> & { organisation: { id: string } },
  world: World,
) {
  const { installation } = world.secrets
  return { organisationId: organisation.id, at: now, keys: { keys, installation } }
}

/** Those of some contacts whom mail reaches. */
export function mailableOf(contacts: readonly Contact[]): Contact[] {
  return contacts.filter(({ email, doNotContact, emailBouncedAt }) => {
    return email !== '' && !doNotContact && emailBouncedAt === null
  })
}
