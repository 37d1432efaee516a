import { appendEvent } from '../../../access/index.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { decimalOf } from '../../../kernel/money.ts'
import { openBooks } from '../../../ledger/index.ts'
import type { Keys, World } from '../../../world.ts'
import { claimOwn, insertTasks } from '../../messages/index.ts'
import { leavingAt } from '../../runs/rules/hours.ts'
import { doingAt, sendSoon } from '../common/own-mail.ts'
import { atSystemDesk, type SystemDesk } from '../common/system.ts'
import { refreshWorklist } from '../worklist/refresh.ts'
import * as store from './store.ts'

/** Whom no mail reaches: somebody tells them by other means, and looks for an address. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'no_contact',
  'do_not_contact',
  'no_email_address',
  'email_bounced',
])

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

type Unreachable = {
  readonly id: string
  readonly customerId: string
  readonly senderId: string | null
  readonly currency: string
  readonly minor: number
  readonly dueOn: Day
}

/** A task for whoever collects, once an instalment. */
async function askForContact(
  { tx, organisation, now, today }: SystemDesk,
  { id, customerId, senderId, currency, minor, dueOn }: Unreachable,
): Promise<void> {
  if (await store.hasTask(tx, customerId, id)) return
  const task = {
    id: newId(),
    customerId,
    kind: 'contact' as const,
    lane: 'finance' as const,
    stepKey: null,
    playbookId: null,
    cycle: id,
    runEntryId: null,
    messageId: null,
    assigneeId: senderId,
    dueOn: today,
    note: `${decimalOf({ minor, currency })} ${currency} · ${dueOn}`,
  }
  await insertTasks(tx, { organisationId: organisation.id, at: now }, [task])
  await refreshWorklist(tx, organisation, [customerId], today)
}

type Announcing = { readonly desk: SystemDesk; readonly world: World; readonly keys: Keys }

async function announce(
  { desk, world, keys }: Announcing,
  { id, customerId }: { readonly id: string; readonly customerId: string },
): Promise<boolean> {
  const { tx, now, today, organisation, policy } = desk
  // The books before a customer, as everywhere.
  await openBooks(tx, organisation.id, now)
  await store.lockCustomer(tx, customerId)
  const instalment = await store.selectAnnouncement(tx, id)
  if (!instalment || instalment.remindedOn !== null) return false
  const { timeZone, contactId, ...about } = instalment

  if (leavingAt(timeZone, now, policy.contactHours, LEAVES_AT) > now) return false

  const organisationId = organisation.id
  const claim = await claimOwn(tx, doingAt({ organisation, now, keys }, world), {
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
  if (claim.kind === 'no') {
    const isUnreachable = claim.reasons.every(({ code }) => UNREACHABLE.has(code))
    if (isUnreachable) await askForContact(desk, { id, customerId, ...about })
    return false
  }
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
  await sendSoon(tx, { organisationId, messageId: claim.id })
  return true
}
