import { appendEvent } from '../../../access/index.ts'
import { addJob } from '../../../jobs/jobs.ts'
import type { Keys, World } from '../../../world.ts'
import { claimOwn } from '../../messages/index.ts'
import { leavingAt } from '../../runs/rules/hours.ts'
import { atSystemDesk, type SystemDesk } from '../common/system.ts'
import { SEND_OWN } from '../outcomes/paths/mail.ts'
import * as store from './store.ts'

/** When the day's announcements leave, where the customer is. */
const LEAVES_AT = '08:30'

/**
 * Announces the instalments that fall due soon, each once, by the way of all messages. What is held
 * back today is asked about again each hour until the instalment's day is over. Runs hourly.
 */
export async function remindInstalments(world: World, organisationId: string): Promise<number> {
  const keys = await world.secrets.of(organisationId)
  const due = await atSystemDesk(world, organisationId, ({ tx, today }) =>
    store.selectToAnnounce(tx, organisationId, today),
  )
  let announced = 0
  for (const { id, customerId } of due) {
    const isSent = await atSystemDesk(world, organisationId, (desk) =>
      announce({ desk, world, keys }, { id, customerId }),
    )
    if (isSent) announced += 1
  }
  return announced
}

type Announcing = { readonly desk: SystemDesk; readonly world: World; readonly keys: Keys }

async function announce(
  { desk, world, keys }: Announcing,
  { id, customerId }: { readonly id: string; readonly customerId: string },
): Promise<boolean> {
  const { tx, now, today, organisation, policy } = desk
  await store.lockCustomer(tx, customerId)
  const instalment = await store.selectAnnouncement(tx, id)
  if (!instalment || instalment.remindedOn !== null) return false
  const { timeZone, contactId, ...about } = instalment

  if (leavingAt(timeZone, now, policy.contactHours, LEAVES_AT) > now) return false

  const organisationId = organisation.id
  const doing = {
    organisationId,
    at: now,
    keys: { keys, installation: world.secrets.installation },
  }
  const claim = await claimOwn(tx, doing, {
    customerId,
    contactId,
    legalEntityId: about.legalEntityId,
    senderId: about.senderId,
    receivableIds: about.receivableIds,
    lane: 'finance',
    templateKey: 'instalment_reminder',
    cycle: id,
    hasStatement: false,
    files: [],
  })
  if (claim.kind === 'no') return false
  await store.noteAnnounced(tx, id, today)
  await appendEvent(tx, {
    name: 'instalment.announced',
    organisationId,
    at: now,
    by: { kind: 'system' },
    customerId,
    subject: { kind: 'plan', id: about.planId },
    data: { messageId: claim.id, minor: about.minor, currency: about.currency, until: about.dueOn },
  })
  const key = `${SEND_OWN}:${claim.id}`
  const payload = { organisationId, messageId: claim.id }
  await addJob(tx, { task: SEND_OWN, payload, key })
  return true
}
