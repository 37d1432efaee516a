import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import { gatherFacts, gatheringOf, openGate } from '../../gate/index.ts'
import type { CustomerFacts } from '../../gate/rules/facts.ts'
import { reason, type Reason } from '../../gate/rules/reasons.ts'
import { openDesk, type DeskKeys } from '../desk.ts'
import type { OwnRow } from '../store/own.ts'
import { storedFrom, type Stored } from '../stored.ts'
import { writeOwn, type Letter } from '../write.ts'
import { writeCopy } from './copy.ts'
import { judgementOf } from './judge.ts'
import type { OwnMessage } from './message.ts'

export type Doing = {
  readonly organisationId: string
  readonly at: Instant
  readonly keys: DeskKeys
  /** A person sends it now, whatever the hour. */
  readonly isAtOnce?: boolean
}

export type Prepared =
  | {
      readonly kind: 'ready'
      readonly letter: Letter
      readonly domain: string
      readonly isTest: boolean
      readonly stepName: string
      readonly facts: CustomerFacts
      readonly onDay: Day
      readonly waits: boolean
    }
  | { readonly kind: 'no'; readonly reasons: readonly Reason[]; readonly onDay: Day }

/** What calls in a debt: it goes in the name of finance. */
const FORMAL: ReadonlySet<OwnMessage['templateKey']> = new Set(['plan_accelerated'])

/** Asks whether it may go and writes it from what is true now. */
export async function prepare(
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

  const no = (...reasons: readonly Reason[]): Prepared => ({
    kind: 'no',
    reasons,
    onDay: context.day,
  })
  if (!facts) return no(reason('no_contact'))
  const judgement = await judgementOf(tx, own, { facts, gate, now: at })
  const { hindrances, extra, waits, follows } = judgement
  if (hindrances.length > 0) return no(...hindrances)
  if (!desk) return no(reason('mail_not_ready'))

  const language = facts.contacts.find(({ id }) => id === contactId)?.language ?? null
  const written = own.copy
    ? await writeCopy(tx, desk, own, own.copy)
    : await writeOwn(tx, desk, { ...own, language, extra, isFormal: FORMAL.has(own.templateKey) })
  if (written.kind === 'faulty' || !tells(written.letter, own)) return no(reason('template_broken'))
  const named = judgement.stepName ?? desk.templates.get(own.templateKey)?.name
  const stepName = named ?? own.templateKey
  const letter = follows === null ? written.letter : { ...written.letter, follows }
  const { domain } = desk
  return { kind: 'ready', letter, domain, isTest, stepName, facts, onDay: context.day, waits }
}

function flat(words: string): string {
  return words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** Whether the text has the place for what a person wrote: one that leaves it out says something else. */
function tells({ text }: Letter, { said }: OwnMessage): boolean {
  return said === undefined || flat(text).includes(flat(said))
}

/** What the message says and to whom, sealed, with what it needs to be written afresh. */
export function contentOf(
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

/** The message as it was asked for, from what is kept of it. */
export function ownFrom(row: OwnRow, { keys }: DeskKeys): OwnMessage {
  const { hasStatement, own } = storedFrom(keys.decrypt(row.snapshot))
  if (!own) throw new Error('a message outside every playbook that nobody asked for')
  const { snapshot: _sealed, ...rest } = row
  return { ...rest, hasStatement, ...own }
}
