import { appendEvents } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { messageIdOf } from '../../talking/index.ts'
import type { Keys } from '../../world.ts'
import type { MessageDecision } from '../gate/rules/decision.ts'
import * as store from './store/messages.ts'
import { rewriteClaimed, type ClaimedRow } from './store/reclaim.ts'
import type { Envelope, Stored } from './stored.ts'
import { inTurns } from './together.ts'
import type { Letter } from './write.ts'

export type Claimant = {
  readonly organisationId: string
  readonly legalEntityId: string
  readonly onDay: Day
  readonly at: Instant
  readonly processId: string
  readonly domain: string
  readonly keys: Keys
  readonly isTest: boolean
}

export type ToClaim = {
  readonly letter: Letter
  readonly decision: MessageDecision
  readonly runEntryId: string | null
}

/** A message that this process has claimed, as it will leave. */
export type Claimed = {
  readonly id: string
  readonly customerId: string
  readonly contactId: string | null
  readonly runEntryId: string | null
  readonly messageIdHeader: string
  readonly letter: Letter
}

/**
 * Claims messages for customers who are locked: identity, reached steps and event in one transaction.
 * The answers are in the order asked; null where a message of that identity stands.
 */
export async function claimMessages(
  tx: Transaction,
  claimant: Claimant,
  wanted: readonly ToClaim[],
): Promise<(Claimed | null)[]> {
  if (wanted.length === 0) return []
  const { organisationId, at, processId, isTest, onDay } = claimant
  if (!isTest) {
    const customerIds = wanted.map(({ letter }) => letter.customerId)
    await store.releaseTestStepsOf(tx, customerIds, at)
  }
  const identities = wanted.map(identityOf)
  const attempts = await store.selectAttempts(tx, identities, isTest)

  const attempted = wanted.map((one, index) => ({ one, ...attempts[index] }))
  const messages = await inTurns(attempted, ({ one, last = 0, stands = false }) =>
    stands ? null : messageOf(claimant, one, last + 1),
  )

  const fresh = messages.filter((message) => message !== null)
  const ours = await store.insertMessages(tx, { organisationId, at, by: processId }, fresh)
  const ids = messages.map((message) => (message && ours.has(message.id) ? message.id : null))
  const steps = wanted.flatMap((one, index) => stepsOf(one, ids[index] ?? null))
  await store.insertReachedSteps(tx, { organisationId, on: onDay, isTest }, steps)
  await appendEvents(
    tx,
    wanted.flatMap((one, index) => eventOf(claimant, one, ids[index] ?? null)),
  )
  return wanted.map(({ letter, runEntryId }, index) => {
    const message = messages[index]
    return message && ids[index] ? claimedOf(message, letter, runEntryId) : null
  })
}

function claimedOf(
  message: Pick<store.NewMessage, 'id' | 'customerId' | 'contactId' | 'messageIdHeader'>,
  letter: Letter,
  runEntryId: string | null,
): Claimed {
  const { id, customerId, contactId, messageIdHeader } = message
  return { id, customerId, contactId, messageIdHeader, runEntryId, letter }
}

function identityOf({ letter, decision }: ToClaim): store.Identity {
  return {
    customerId: letter.customerId,
    playbookId: decision.chosen.playbook.id,
    stepKey: decision.step.key,
    cycle: decision.cycle,
    channel: 'email',
  }
}

function messageOf(claimant: Claimant, wanted: ToClaim, attempt: number): store.NewMessage {
  const { organisationId, domain, legalEntityId, onDay } = claimant
  const { letter, decision, runEntryId } = wanted
  const identity = identityOf(wanted)
  const { customerId, playbookId, stepKey, cycle, channel } = identity
  const parts = [organisationId, customerId, playbookId, stepKey, cycle, channel, String(attempt)]
  return {
    ...identity,
    ...contentOf(claimant, letter, decision),
    id: newId(),
    legalEntityId,
    runEntryId,
    playbookVersion: decision.chosen.playbook.version,
    attempt,
    stepName: decision.step.name,
    templateKey: decision.step.templateKey ?? '',
    lane: decision.lane,
    messageIdHeader: messageIdOf(parts, domain),
    onDay,
  }
}

/** What a message says and to whom, sealed. */
function contentOf(
  { keys, isTest }: Pick<Claimant, 'keys' | 'isTest'>,
  letter: Letter,
  { recipient }: MessageDecision,
) {
  const { sender, replyTo, to, intended } = letter
  const envelope: Envelope = { senderName: sender.name, replyTo, to, intended }
  const stored: Stored = { figures: letter.snapshot, hasStatement: letter.hasStatement }
  return {
    language: letter.language,
    contactId: recipient.contactId,
    senderId: sender.id,
    isTest,
    recipients: keys.encrypt(JSON.stringify(envelope)),
    subject: keys.encrypt(letter.subject),
    bodyText: keys.encrypt(letter.text),
    bodyHtml: keys.encrypt(letter.html),
    recipientHash: recipient.emailHash,
    snapshot: keys.encrypt(JSON.stringify(stored)),
    totals: JSON.stringify(letter.totals),
  }
}

type Reclaimant = Omit<Claimant, 'legalEntityId' | 'domain'>

/** Takes over claimed messages that never left: same identity, what is true now. */
export async function reclaimMessages(
  tx: Transaction,
  claimant: Reclaimant,
  wanted: readonly (Omit<ToClaim, 'runEntryId'> & { readonly message: ClaimedRow })[],
): Promise<Claimed[]> {
  const { organisationId, at, processId, onDay, isTest } = claimant
  await store.releaseSteps(
    tx,
    wanted.map(({ message }) => message.id),
    at,
  )
  for (const { message, letter, decision } of wanted) {
    const content = { ...contentOf(claimant, letter, decision), id: message.id, onDay }
    await rewriteClaimed(tx, content, { processId, at })
  }
  const steps = wanted.flatMap(({ message, letter, decision }) =>
    stepsOf({ letter, decision, runEntryId: null }, message.id),
  )
  await store.insertReachedSteps(tx, { organisationId, on: onDay, isTest }, steps)
  return wanted.map(({ message, letter, decision }) =>
    claimedOf({ ...message, contactId: decision.recipient.contactId }, letter, message.runEntryId),
  )
}

function stepsOf({ letter, decision }: ToClaim, messageId: string | null): store.NewReached[] {
  if (messageId === null) return []
  return decision.claims.map(({ openItemId, stepKey, level, dueOn }) => ({
    id: newId(),
    customerId: letter.customerId,
    openItemId,
    playbookId: decision.chosen.playbook.id,
    stepKey,
    level,
    cycleDueOn: dueOn,
    messageId,
    taskId: null,
  }))
}

function eventOf(
  { organisationId, at, isTest }: Claimant,
  { letter, decision, runEntryId }: ToClaim,
  messageId: string | null,
) {
  if (messageId === null) return []
  return [
    {
      organisationId,
      at,
      name: 'message.claimed',
      by: { kind: 'system' as const },
      subject: { kind: 'message', id: messageId },
      customerId: letter.customerId,
      data: { step: decision.step.key, cycle: decision.cycle, isTest, runEntryId },
    },
  ]
}
