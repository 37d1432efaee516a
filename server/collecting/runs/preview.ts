import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { statementName, type StatementSnapshot } from '../../talking/index.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate } from '../gate/index.ts'
import { decide } from '../gate/rules/decide.ts'
import {
  envelopeFrom,
  openDesk,
  readyStatement,
  selectMessageOfEntry,
  storedFrom,
  writeMessages,
  type DeskKeys,
  type Letter,
} from '../messages/index.ts'
import type * as contract from './contract.ts'
import { senderOf } from './rules/entry.ts'
import { verdictOf } from './rules/verdict.ts'
import { deskKeysOf } from './send.ts'
import { selectEntryToShow, type EntryToShow } from './store/preview.ts'

type Preview = z.input<typeof contract.Preview>
type Wanted = { readonly runId: string; readonly entryId: string }

/** What an entry's recipient will see, or saw, with the figures behind it. */
export type Shown = {
  readonly preview: Preview
  readonly figures: StatementSnapshot | null
  readonly language: string
}

/** Shows a message exactly as it left or, before that, exactly as it would leave now. */
export async function showEntry(world: World, actor: Actor, wanted: Wanted): Promise<Shown> {
  const { organisationId } = actor
  const keys = await deskKeysOf(world, organisationId)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const entry = await selectEntryToShow(tx, wanted.runId, wanted.entryId)
    if (!entry) throw new Refusal('not_found', 'no_such_entry')
    const sent = await selectMessageOfEntry(tx, entry.id)
    if (!sent) return wouldBe(tx, { world, actor, keys }, entry)

    const { figures, hasStatement } = storedFrom(keys.keys.decrypt(sent.snapshot))
    const envelope = envelopeFrom(keys.keys.decrypt(sent.recipients))
    const [to] = envelope.to
    const { fromAddress } = entry
    return {
      figures: hasStatement ? figures : null,
      language: sent.language,
      preview: {
        ...emptyPreview(entry, sent.language),
        to: [...envelope.intended],
        from: { name: envelope.senderName, address: fromAddress },
        testRecipient: sent.isTest && to ? to.address : null,
        subject: keys.keys.decrypt(sent.subject),
        text: keys.keys.decrypt(sent.bodyText),
        html: keys.keys.decrypt(sent.bodyHtml),
        attachments: hasStatement ? [attachmentOf(entry, figures, sent.language)] : [],
      },
    }
  })
}

type Showing = { readonly world: World; readonly actor: Actor; readonly keys: DeskKeys }

async function wouldBe(
  tx: Transaction,
  { world, actor, keys }: Showing,
  entry: EntryToShow,
): Promise<Shown> {
  const { organisationId, personId } = actor
  const { legalEntityId, customerId } = entry
  const gate = await openGate(tx, { organisationId, legalEntityId, now: world.clock() })
  if (!gate) throw new Refusal('not_found', 'no_such_run')
  const [facts] = await gatherFacts(tx, { ...gatheringOf(gate), customerIds: [customerId] })
  if (!facts) throw new Refusal('not_found', 'no_such_entry')
  const verdict = verdictOf({ ...entry, isApproved: true }, decide(facts, gate.context), facts)
  if (verdict.kind === 'suppressed' || verdict.decision.kind !== 'message') {
    const reasons = verdict.kind === 'suppressed' ? verdict.reasons : []
    return nothingBecause(entry, reasons)
  }

  const { decision } = verdict
  const { isTest, context } = gate
  const opening = { ...keys, organisationId, asOf: context.day, isTest, actorId: personId }
  const desk = await openDesk(tx, opening)
  if (!desk) return nothingBecause(entry, [{ code: 'mail_not_ready' }])
  const senderId = senderOf(facts, decision) ?? personId
  const [written] = await writeMessages(tx, desk, [{ customerId, decision, senderId }])
  if (written?.kind !== 'written') return nothingBecause(entry, written?.findings ?? [])
  return shownLetter(entry, written.letter, desk.testMailbox)
}

function shownLetter(entry: EntryToShow, letter: Letter, testRecipient: string | null): Shown {
  return {
    figures: letter.hasStatement ? letter.snapshot : null,
    language: letter.language,
    preview: {
      ...emptyPreview(entry, letter.language),
      to: [...letter.intended],
      from: { name: letter.sender.name, address: entry.fromAddress },
      testRecipient,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      attachments: letter.hasStatement
        ? [attachmentOf(entry, letter.snapshot, letter.language)]
        : [],
    },
  }
}

function nothingBecause(
  entry: EntryToShow,
  causes: readonly { readonly code: string; readonly value?: string }[],
): Shown {
  const language = entry.language ?? 'en'
  const findings = causes.map(({ code, value = '' }) => ({ code, detail: value }))
  return { preview: { ...emptyPreview(entry, language), findings }, figures: null, language }
}

function emptyPreview(entry: EntryToShow, language: string): Preview {
  return {
    to: [],
    from: { name: '', address: entry.fromAddress },
    testRecipient: null,
    language: language,
    subject: '',
    text: '',
    html: '',
    attachments: [],
    sendAt: entry.sendAt,
    timeZone: entry.timeZone,
    findings: [],
  }
}

function attachmentOf({ runId, id }: EntryToShow, figures: StatementSnapshot, language: string) {
  const url = `/runs/${runId}/entries/${id}/statement.pdf`
  return { name: statementName(figures, language), url }
}

export async function entryStatement(
  world: World,
  actor: Actor,
  wanted: Wanted,
): Promise<{ name: string; pdf: Buffer }> {
  const { figures, language } = await showEntry(world, actor, wanted)
  if (!figures) throw new Refusal('not_found', 'no_statement')
  const pdf = await readyStatement(world, actor.organisationId, { figures, language })
  return { name: statementName(figures, language), pdf }
}
