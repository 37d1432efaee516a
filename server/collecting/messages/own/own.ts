import { appendEvent } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { contactsOf } from '../../../ledger/index.ts'
import { loadTemplates, messageIdOf } from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { reason, type Reason } from '../../gate/rules/reasons.ts'
import type { Claimed } from '../claim.ts'
import { withdraw } from '../outcomes.ts'
import { insertMessages } from '../store/messages.ts'
import { selectLastAttempt, selectWhole } from '../store/own.ts'
import { rewriteClaimed, takeClaimed, type ClaimedRow } from '../store/reclaim.ts'
import { insertTasks, selectCarers } from '../store/tasks.ts'
import { writeOwn, type Letter } from '../write.ts'
import { leaveLetters } from './letters.ts'
import type { OwnMessage } from './message.ts'
import { contentOf, ownFrom, prepare, type Doing } from './prepare.ts'

export type OwnClaim =
  | { readonly kind: 'claimed'; readonly id: string }
  | { readonly kind: 'no'; readonly reasons: readonly Reason[] }

export type OwnPreview =
  | { readonly kind: 'ready'; readonly letter: Letter; readonly waits: boolean }
  | { readonly kind: 'no'; readonly reasons: readonly Reason[] }

/** The message as it would leave now, or why it would not. Nothing is kept. */
export function previewOwn(tx: Transaction, doing: Doing, own: OwnMessage): Promise<OwnPreview> {
  return prepare(tx, doing, own)
}

/**
 * Claims a message of a person's own in their transaction, which holds the customer; it leaves after
 * that transaction, once. A further attempt is for whoever decided that the one before did not arrive.
 */
export async function claimOwn(
  tx: Transaction,
  doing: Doing,
  own: OwnMessage,
  attempt = 1,
): Promise<OwnClaim> {
  const prepared = await prepare(tx, doing, own)
  if (prepared.kind === 'no') return prepared

  const id = newId()
  const { organisationId, at } = doing
  const { customerId, legalEntityId, templateKey: stepKey, cycle, lane } = own
  const { domain, isTest, stepName, onDay } = prepared
  const parts = [organisationId, customerId, stepKey, cycle, 'email']
  const message = {
    ...contentOf(doing, own, prepared),
    id,
    customerId,
    legalEntityId,
    lane,
    stepKey,
    cycle,
    stepName,
    onDay,
    runEntryId: null,
    playbookId: null,
    playbookVersion: null,
    channel: 'email' as const,
    attempt,
    templateKey: stepKey,
    messageIdHeader: messageIdOf(attempt === 1 ? parts : [...parts, String(attempt)], domain),
  }
  const ours = await insertMessages(tx, { organisationId, at, by: '' }, [message])
  if (!ours.has(id)) return { kind: 'no', reasons: [reason('already_sent')] }
  await appendEvent(tx, {
    organisationId,
    at,
    name: 'message.claimed',
    by: { kind: 'system' },
    subject: { kind: 'message', id },
    customerId,
    data: { step: stepKey, cycle, isTest, runEntryId: null },
  })
  return { kind: 'claimed', id }
}

/** The text of a message that email cannot carry, for whoever sends it by hand; '' if it has none. */
export async function ownText(
  tx: Transaction,
  { organisationId, keys, asOf }: Doing & { readonly asOf: Day },
  own: OwnMessage,
): Promise<string> {
  const templates = await loadTemplates(tx, organisationId)
  const desk = { organisationId, asOf, ...keys, templates, testMailbox: null }
  const contacts = await contactsOf(tx, keys.keys, [own.customerId])
  const language = contacts.find(({ id }) => id === own.contactId)?.language ?? null
  const written = await writeOwn(tx, desk, { ...own, language, extra: {} })
  return written.kind === 'written' ? `${written.letter.subject}\n\n${written.letter.text}` : ''
}

const NEEDLESS: ReadonlySet<OwnMessage['templateKey']> = new Set([
  'instalment_reminder',
  'message_copy',
])

/** What was to be said and cannot be mailed any more is a task of whoever said it, words and all. */
async function leaveByHand(
  tx: Transaction,
  doing: Doing & { readonly asOf: Day },
  messageId: string,
  own: OwnMessage,
): Promise<void> {
  const note = own.said ?? (await ownText(tx, doing, own))
  const carers = await selectCarers(tx, [own.customerId])
  const { ownerId = null, collectorId = null } = carers.get(own.customerId) ?? {}
  const task = {
    id: newId(),
    customerId: own.customerId,
    kind: own.templateKey === 'dispute_settled' ? ('other' as const) : ('documents' as const),
    lane: own.lane,
    stepKey: null,
    playbookId: null,
    cycle: messageId,
    runEntryId: null,
    messageId,
    assigneeId: own.senderId ?? collectorId ?? ownerId,
    dueOn: doing.asOf,
    note,
  }
  await insertTasks(tx, doing, [task])
}

/**
 * Takes such messages over in the moment of sending: whether they may go is asked again, and what may
 * is written from what is true now. The rest is taken back, and whoever said it is left to say it by hand.
 */
export async function resumeOwn(
  tx: Transaction,
  world: World,
  doing: Doing,
  rows: readonly ClaimedRow[],
): Promise<Claimed[]> {
  const ours: Claimed[] = []
  for (const row of rows) {
    const own = ownFrom(await selectWhole(tx, row.id), doing.keys)
    const prepared = await prepare(tx, doing, own, [row.id])
    if (prepared.kind === 'no') {
      await withdraw(tx, doing, [row], prepared.reasons.map(({ code }) => code).join(' '))
      // An announcement or a copy that is needless by now is for nobody to see to.
      const today = { ...doing, asOf: prepared.onDay }
      if (own.templateKey === 'plan_accelerated') {
        await leaveLetters(tx, doing, [row.id], prepared.reasons[0]?.code ?? 'record_broken')
      } else if (!NEEDLESS.has(own.templateKey)) await leaveByHand(tx, today, row.id, own)
      continue
    }
    // It stays claimed by nobody, and is looked at again until its hour has come.
    if (prepared.waits && !doing.isAtOnce) continue
    const { letter, onDay } = prepared
    const content = { ...contentOf(doing, own, prepared), id: row.id, onDay }
    await rewriteClaimed(tx, content, { processId: world.processId, at: doing.at })
    const { id, customerId, contactId, messageIdHeader } = row
    ours.push({ id, customerId, contactId, runEntryId: null, messageIdHeader, letter })
  }
  return ours
}

/** A further attempt of a message that was set aside, ready to be handed over. */
export async function claimOwnAgain(
  tx: Transaction,
  world: World,
  doing: Doing,
  earlier: { readonly id: string },
): Promise<
  | { readonly kind: 'claimed'; readonly claimed: Claimed }
  | { readonly kind: 'no'; readonly reasons: readonly Reason[] }
> {
  const row = await selectWhole(tx, earlier.id)
  const last = await selectLastAttempt(tx, row)
  const claim = await claimOwn(tx, doing, ownFrom(row, doing.keys), last + 1)
  if (claim.kind === 'no') return claim
  const rows = await takeClaimed(tx, [claim.id], world.processId)
  const [claimed] = await resumeOwn(tx, world, { ...doing, isAtOnce: true }, rows)
  return claimed ? { kind: 'claimed', claimed } : { kind: 'no', reasons: [reason('already_sent')] }
}
