import type * as z from 'zod'

import { revokeLinks } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, findCustomer, happened, lockDeskCustomer, type Desk } from '../common/desk.ts'
import type * as contract from './drafts/contract.ts'
import { accountOf, openItemsOf, writeRecord } from './material.ts'
import { jurisdictionOf, LIMITATION_RULES, type Jurisdiction } from './rules/jurisdictions.ts'
import { overtakenBy, replaceRefusalOf, stateOf, withdrawRefusalOf } from './rules/state.ts'
import type { Draft, RecordItem, Signer, Snapshot } from './shapes.ts'
import * as around from './store/around.ts'
import * as store from './store/records.ts'

type Beginning = z.input<(typeof contract.readRecordDraft.schema.response)[200]>
type Preview = z.input<(typeof contract.previewRecord.schema.response)[200]>
type Making = z.output<typeof contract.makeRecord.schema.body>

const SYSTEM = { kind: 'system' } as const

/** What a record would begin with: today's account, the last promise or plan, whom to ask. */
export function beginRecord(world: World, actor: Actor, customerId: string): Promise<Beginning> {
  return atDesk(world, actor, async (desk) => {
    await findCustomer(desk, customerId)
    const { tx, keys } = desk
    const { facts } = await accountOf(desk, customerId)
    const terms = await around.selectTerms(tx, customerId)
    const outcome = await around.selectOutcome(tx, customerId, null)
    const contact = await around.selectContact(tx, customerId, outcome?.contactId ?? null)
    const promises = await around.selectOpenPromises(tx, customerId)
    const plans = await around.selectAgreedPlans(tx, customerId)

    const today = facts.asOf
    return {
      language: languageOf(terms.language),
      jurisdiction: jurisdictionOf(terms.country),
      signer: {
        name: keys.decrypt(contact?.name ?? ''),
        role: '',
        address: keys.decrypt(contact?.email ?? ''),
      },
      limitation: limitationShown(),
      today,
      items: openItemsOf(facts).map((item) => itemShown(item, today)),
      promises: promises.map(({ id, amountMinor: minor, currency, promisedFor }) => ({
        id,
        amount: { minor, currency },
        promisedFor,
      })),
      plans: plans.map(({ totalMinor: minor, currency, ...plan }) => ({
        ...plan,
        total: { minor, currency },
      })),
      outcome: outcome
        ? {
            id: outcome.id,
            channel: outcome.channel,
            on: outcome.onDay,
            said: keys.decrypt(outcome.said),
          }
        : null,
    }
  })
}

/** By which law limitation begins anew where, and whether anybody has read it. */
function limitationShown(): Beginning['limitation'] {
  return Object.entries(LIMITATION_RULES).map(([code, { source, state, lookedUpOn }]) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of the rules
    const jurisdiction = code as Jurisdiction
    return { jurisdiction, source, isLookedUp: state === 'looked_up', lookedUpOn }
  })
}

function itemShown(item: RecordItem, today: Day): Beginning['items'][number] {
  const { openItemId, number, issuedOn, dueOn, disputedMinor, currency, openMinor: minor } = item
  const isOverdue = dueOn < today
  return {
    openItemId,
    number,
    issuedOn,
    dueOn,
    open: { minor, currency },
    disputedMinor,
    isOverdue,
  }
}

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const

function languageOf(language: string): (typeof LANGUAGES)[number] {
  return LANGUAGES.find((known) => language.startsWith(known)) ?? 'en'
}

/** Exactly what would be signed; nothing is kept. */
export function previewRecord(
  world: World,
  actor: Actor,
  customerId: string,
  draft: Draft,
): Promise<Preview> {
  return atDesk(world, actor, async (desk) => {
    const { document, documentHash } = await writeRecord(desk, customerId, draft)
    return { document, documentHash }
  })
}

/** Freezes a record as it was previewed; when the account has changed since, it says so instead. */
export function makeRecord(
  world: World,
  actor: Actor,
  customerId: string,
  { id, draft, documentHash }: Making,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const { tx, keys } = desk
    if (draft.supersedesId !== null) {
      // Whoever holds a link takes it before the customer: the same order here.
      await revokeOpenLinks(desk, world, draft.supersedesId)
    }
    await lockDeskCustomer(desk, customerId)
    const twin = await store.selectRecord(tx, id)
    const isSame = twin?.customerId === customerId && twin.documentHash === documentHash
    if (isSame) return { id }
    const written = await writeRecord(desk, customerId, draft)

    if (twin || written.documentHash !== documentHash)
      throw new Refusal('conflict', 'record_changed')
    await refuseReplacing(desk, customerId, draft.supersedesId)

    const { document, facts } = written
    const signer: Signer = draft.signer
    await store.insertRecord(tx, {
      id,
      organisationId: desk.organisation.id,
      customerId,
      kind: draft.kind,
      language: draft.language,
      jurisdiction: draft.jurisdiction,
      snapshot: keys.encrypt(JSON.stringify({ document, facts, draft } satisfies Snapshot)),
      documentHash,
      signer: keys.encrypt(JSON.stringify(signer)),
      outcomeId: draft.outcomeId,
      promiseId: draft.promiseId,
      planId: draft.planId,
      openItemIds: [...draft.openItemIds],
      supersedesId: draft.supersedesId,
      madeBy: actor.personId,
      madeAt: desk.now,
    })
    const data = { kind: draft.kind, documentHash, supersedesId: draft.supersedesId }
    await happened(desk, { name: 'record.made', customerId, subject: subjectOf(id), data })
    return { id }
  })
}

export function subjectOf(id: string) {
  return { kind: 'record', id } as const
}

async function refuseReplacing({ tx }: Desk, customerId: string, id: string | null): Promise<void> {
  if (id === null) return
  const before = await store.selectRecord(tx, id)
  if (before?.customerId !== customerId) throw new Refusal('not_found', 'no_such_record')
  const refusal = replaceRefusalOf({ hasSuccessor: before.successorId !== null })
  if (refusal) throw new Refusal('conflict', refusal)
}

export function stateIn(row: store.RecordRow) {
  const { isSigned, ending, successorId, isSuccessorSigned } = row
  return stateOf({
    isSigned,
    ending,
    overtaking: overtakenBy(row),
    successor: successorId === null ? null : { isSigned: isSuccessorSigned },
  })
}

export async function revokeOpenLinks({ organisation, tx }: Desk, world: World, recordId: string) {
  const organisationId = organisation.id
  await revokeLinks(tx, world, { organisationId, subject: subjectOf(recordId), by: SYSTEM })
}

/** The record, if the actor may see its customer. */
export async function findRecord(desk: Desk, recordId: string): Promise<store.RecordRow> {
  const row = await store.selectRecord(desk.tx, recordId)
  if (!row) throw new Refusal('not_found', 'no_such_record')
  await findCustomer(desk, row.customerId).catch(() => {
    throw new Refusal('not_found', 'no_such_record')
  })
  return row
}

/** The same with its customer held, and its state as it is then. */
export async function lockRecord(desk: Desk, recordId: string): Promise<store.RecordRow> {
  const { customerId } = await findRecord(desk, recordId)
  await lockDeskCustomer(desk, customerId)
  return findRecord(desk, recordId)
}

/** Withdraws a record by a further row: what was written and signed stays as it is. */
export function withdrawRecord(
  world: World,
  actor: Actor,
  recordId: string,
  why: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await findRecord(desk, recordId)
    // The links first: whoever signs by one holds it before the customer.
    await revokeOpenLinks(desk, world, recordId)
    const row = await lockRecord(desk, recordId)

    const refusal = withdrawRefusalOf(stateIn(row))
    if (refusal) throw new Refusal('conflict', refusal)

    await store.insertEnding(desk.tx, {
      id: newId(),
      organisationId: desk.organisation.id,
      recordId,
      kind: 'withdrawn',
      why: desk.keys.encrypt(why),
      endedBy: actor.personId,
      endedAt: desk.now,
    })
    await happened(desk, {
      name: 'record.withdrawn',
      customerId: row.customerId,
      subject: subjectOf(recordId),
      why,
      data: { wasSigned: row.isSigned ? 'yes' : 'no' },
    })
    return { id: recordId }
  })
}
