import { appendEvent } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { dayIn, type Day, type Instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { contactsOf } from '../../../ledger/index.ts'
import { loadTemplates, messageIdOf } from '../../../talking/index.ts'
import type { World } from '../../../world.ts'
import { gatherFacts, gatheringOf, openGate } from '../../gate/index.ts'
import type { CustomerFacts } from '../../gate/rules/facts.ts'
import { reason, type Reason } from '../../gate/rules/reasons.ts'
import type { Claimed } from '../claim.ts'
import { openDesk, type DeskKeys } from '../desk.ts'
import { withdraw } from '../outcomes.ts'
import { insertMessages } from '../store/messages.ts'
import { selectLastAttempt, selectWhole, type OwnRow } from '../store/own.ts'
import { rewriteClaimed, takeClaimed, type ClaimedRow } from '../store/reclaim.ts'
import { insertTasks, selectCarers } from '../store/tasks.ts'
import { storedFrom, type Stored } from '../stored.ts'
import { writeOwn, type Letter } from '../write.ts'
import { writeCopy } from './copy.ts'
import { judgementOf } from './judge.ts'
import type { OwnMessage } from './message.ts'

type Doing = {
  readonly organisationId: string
  readonly at: Instant
  readonly keys: DeskKeys
  /** A person sends it now, whatever the hour. */
  readonly isAtOnce?: boolean
}

type Prepared =
  | {
      readonly kind: 'ready'
      readonly letter: Letter
      readonly domain: string
      readonly isTest: boolean
      readonly stepName: string
      readonly facts: CustomerFacts
      readonly onDay: Letter['snapshot']['asOf']
      readonly waits: boolean
    }
  | { readonly kind: 'no'; readonly reasons: readonly Reason[] }

/** Asks whether it may go and writes it from what is true now. */
async function prepare(
  tx: Transaction,
  doing: Doing,
  own: OwnMessage,
  without: readonly string[] = [],
): Promise<Prepared> {
  const { organisationId, at, keys } = doing
  const { customerId, legalEntityId, contactId, senderId } = own
  const gate = await openGate(tx, { organisationId, legalEntityId, now: at })
  if (!gate) throw new Error(`no company ${legalEntityId}`)
  const { isTest, context } = gate
  const gathering = { ...gatheringOf(gate), customerIds: [customerId], without }
  const [facts] = await gatherFacts(tx, gathering)
  const opening = { ...keys, organisationId, asOf: context.day, isTest, actorId: senderId }
  const desk = await openDesk(tx, opening)

  if (!facts) return { kind: 'no', reasons: [reason('no_contact')] }
  const judgement = await judgementOf(tx, own, { facts, gate, now: at })
  const { hindrances, extra, waits, follows } = judgement
  if (hindrances.length > 0) return { kind: 'no', reasons: hindrances }
  if (!desk) return { kind: 'no', reasons: [reason('mail_not_ready')] }

  const language = facts.contacts.find(({ id }) => id === contactId)?.language ?? null
  const written = own.copy
    ? await writeCopy(tx, desk, own, own.copy)
    : await writeOwn(tx, desk, { ...own, language, extra })
  if (written.kind === 'faulty') return { kind: 'no', reasons: [reason('template_broken')] }
  if (!tells(written.letter, own)) return { kind: 'no', reasons: [reason('template_broken')] }
  const named = judgement.stepName ?? desk.templates.get(own.templateKey)?.name
  const stepName = named ?? own.templateKey
  const letter = follows === null ? written.letter : { ...written.letter, follows }
  const { domain } = desk
  return { kind: 'ready', letter, domain, isTest, stepName, facts, onDay: context.day, waits }
}

export type OwnClaim =
  | { readonly kind: 'claimed'; readonly id: string }
  | { readonly kind: 'no'; readonly reasons: readonly Reason[] }

function flat(words: string): string {
  return words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** Whether the text has the place for what a person wrote: one that leaves it out says something else. */
function tells({ text }: Letter, { said }: OwnMessage): boolean {
  return said === undefined || flat(text).includes(flat(said))
}

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

/** What the message says and to whom, sealed, with what it needs to be written afresh. */
function contentOf(
  { keys: { keys } }: Doing,
  { receivableIds, files, contactId, said, copy }: OwnMessage,
  { letter, facts, isTest }: Extract<Prepared, { kind: 'ready' }>,
) {
  const { sender, replyTo, to, intended, hasStatement } = letter
  const own = {
    receivableIds,
    files,
    ...(said === undefined ? {} : { said }),
    ...(copy === undefined ? {} : { copy }),
  }
  const stored: Stored = { figures: letter.snapshot, hasStatement, own }
  return {
    contactId,
    language: letter.language,
    senderId: sender.id,
    isTest,
    recipients: keys.encrypt(JSON.stringify({ senderName: sender.name, replyTo, to, intended })),
    subject: keys.encrypt(letter.subject),
    bodyText: keys.encrypt(letter.text),
    bodyHtml: keys.encrypt(letter.html),
    recipientHash: facts.contacts.find(({ id }) => id === contactId)?.emailHash ?? null,
    snapshot: keys.encrypt(JSON.stringify(stored)),
    totals: JSON.stringify([]),
  }
}

const NEEDLESS: ReadonlySet<OwnMessage['templateKey']> = new Set([
  'instalment_reminder',
  'message_copy',
])

/** What was to be said and cannot be mailed any more is a task of whoever said it, words and all. */
async function leaveByHand(
  tx: Transaction,
  doing: Doing,
  messageId: string,
  own: OwnMessage,
): Promise<void> {
  const today = dayIn('UTC', doing.at)
  const note = own.said ?? (await ownText(tx, { ...doing, asOf: today }, own))
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
    dueOn: today,
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
      if (!NEEDLESS.has(own.templateKey)) await leaveByHand(tx, doing, row.id, own)
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

function ownFrom(row: OwnRow, { keys }: DeskKeys): OwnMessage {
  const { hasStatement, own } = storedFrom(keys.decrypt(row.snapshot))
  if (!own) throw new Error('a message outside every playbook that nobody asked for')
  const { snapshot: _sealed, ...rest } = row
  return { ...rest, hasStatement, ...own }
}
