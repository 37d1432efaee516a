import { createHash } from 'node:crypto'

import { dayIn } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import {
  freezeSnapshotFacts,
  freshnessOf,
  known,
  type SnapshotFacts,
} from '../../../ledger/index.ts'
import { findCustomer, type Desk } from '../common/desk.ts'
import { documentOf, type Commitment, type Material } from './document.ts'
import { draftRefusalOf } from './rules/draft.ts'
import type { Draft, RecordDocument, RecordFacts, RecordItem, Snapshot } from './shapes.ts'
import * as store from './store/around.ts'

export type Written = Omit<Snapshot, 'draft'> & { readonly documentHash: string }

/** Writes a record from the account of today and what was agreed; refuses what cannot be signed. */
export async function writeRecord(desk: Desk, customerId: string, draft: Draft): Promise<Written> {
  const { tx } = desk
  await findCustomer(desk, customerId)
  const account = await accountOf(desk, customerId)
  const terms = await store.selectTerms(tx, customerId)
  const items = itemsOf(account.facts, draft.openItemIds)
  const commitment = await commitmentOf(desk, customerId, draft)
  await refuseForeignOutcome(desk, customerId, draft.outcomeId)

  const refusal = draftRefusalOf(draft, items, account.facts.asOf)
  if (refusal) throw new Refusal('conflict', refusal)

  const { entity, customer, asOf } = account.facts
  const material: Material = {
    draft,
    asOf,
    timeZone: entity.timeZone,
    ledgerSyncedAt: account.facts.ledgerSyncedAt,
    paymentsConsideredUntil: account.facts.paymentsConsideredUntil,
    isLedgerFresh: account.isLedgerFresh,
    entity,
    customer,
    segment: terms.segment,
    ours: { name: desk.actor.name, title: await store.selectTitle(tx, desk.actor.personId) },
    items,
    commitment,
  }
  const document = documentOf(material)
  const facts: RecordFacts = {
    asOf,
    timeZone: entity.timeZone,
    entityName: entity.name,
    customerName: customer.name,
    customerNumber: customer.number,
    segment: terms.segment,
    items,
  }
  return { document, facts, documentHash: hashOfDocument(document) }
}

/** The fingerprint of every sentence and figure, in the order in which they are shown. */
export function hashOfDocument(document: RecordDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('hex')
}

export async function accountOf({ tx, keys, now, organisation }: Desk, customerId: string) {
  const entities = await freshnessOf(tx, organisation.id, now)
  const asOf = dayIn(organisation.timeZone, now)
  const first = known(
    (await freezeSnapshotFacts(tx, keys, [customerId], asOf)).get(customerId),
    NONE,
  )
  const freshness = entities.find(({ legalEntityId }) => legalEntityId === first.legalEntityId)
  const today = freshness?.today ?? asOf
  const facts =
    today === asOf
      ? first
      : known((await freezeSnapshotFacts(tx, keys, [customerId], today)).get(customerId), NONE)
  return { facts, isLedgerFresh: freshness?.isLedgerFresh ?? false }
}

const NONE = 'no_such_customer'

/** What is open of an account, as a record lists it. */
export function openItemsOf(facts: SnapshotFacts): RecordItem[] {
  return facts.currencies
    .flatMap(({ items }) => items)
    .filter(({ openMinor }) => openMinor > 0)
    .map((item) => ({
      openItemId: item.openItemId,
      receivableId: item.receivableId,
      number: item.number,
      issuedOn: item.issuedOn,
      dueOn: item.dueOn,
      currency: item.currency,
      openMinor: item.openMinor,
      disputedMinor: Math.min(item.disputedMinor, item.openMinor),
    }))
}

function itemsOf(facts: SnapshotFacts, ids: readonly string[]): RecordItem[] {
  const wanted = new Set(ids)
  const items = openItemsOf(facts).filter(({ openItemId }) => wanted.has(openItemId))
  if (items.length !== wanted.size) throw new Refusal('not_found', 'no_such_receivable')
  return items
}

async function commitmentOf(
  { tx }: Desk,
  customerId: string,
  { promiseId, planId }: Draft,
): Promise<Commitment | null> {
  if (promiseId !== null) {
    const promise = known(await store.selectPromise(tx, customerId, promiseId), 'no_such_promise')
    if (promise.state !== 'open') throw new Refusal('conflict', 'promise_not_open')
    const { amountMinor: minor, currency, promisedFor, number } = promise
    return { kind: 'promise', amount: { minor, currency }, promisedFor, number }
  }
  if (planId === null) return null
  const plan = known(await store.selectPlan(tx, customerId, planId), 'no_such_plan')
  if (plan.state !== 'agreed') throw new Refusal('conflict', 'plan_not_open')
  const { currency, instalments, accelerates } = plan
  return { kind: 'plan', currency, instalments, accelerates }
}

async function refuseForeignOutcome({ tx }: Desk, customerId: string, id: string | null) {
  if (id !== null) known(await store.selectOutcome(tx, customerId, id), 'no_such_outcome')
}
