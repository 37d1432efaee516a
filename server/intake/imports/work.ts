import { appendEvent, appendEvents, type Doer } from '../../access/index.ts'
import { withBulk, type Bulk } from '../../database/bulk.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { dayIn } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { indexNames, keepOpenAmounts, openBooks, refreshBalances } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { Unreadable } from '../tables/index.ts'
import { correctionsOf } from './corrections.ts'
import { attachOriginals, passOverEinvoices } from './einvoices.ts'
import { withFile } from './files.ts'
import { newCollector } from './findings.ts'
import { followHolds } from './holds.ts'
import { keepPass, markFailed, markUnreadable } from './outcome.ts'
import { passOver, type Pass } from './pass.ts'
import { progressOf, Stopped } from './progress.ts'
import { openMapped } from './reading.ts'
import { followReminders } from './reminders.ts'
import { refusalOfApplying } from './rules/states.ts'
import type { Run } from './run.ts'
import { tellPlanner } from './statistics.ts'
import * as store from './store/imports.ts'
import { goneEvents, lastPaymentDay } from './store/report.ts'
import {
  flagGone,
  movedItems,
  settleGone,
  touchedCustomers,
  writeDocuments,
} from './store/write-documents.ts'
import { paidCustomers, writePayments } from './store/write-payments.ts'

export type Work = {
  readonly organisationId: string
  readonly importId: string
  /** Who the work is for. */
  readonly by: Doer
}

type Mode = { readonly kind: 'compare' } | { readonly kind: 'apply'; readonly goodRows: boolean }

/** Reads the mapped file beside the ledger and keeps what it would change. Changes nothing. */
export function compareImport(world: World, work: Work): Promise<void> {
  return guarded(world, work, 'comparing', (record) =>
    pass(world, work, { record, mode: { kind: 'compare' } }),
  )
}

/** Takes the file into the ledger, whole or (on purpose) its good rows; in one transaction. */
export function applyImport(world: World, work: Work & { goodRows: boolean }): Promise<void> {
  const mode = { kind: 'apply', goodRows: work.goodRows } as const
  return guarded(world, work, 'applying', (record) => pass(world, work, { record, mode }))
}

const MOST_TRIES = 4

/** Does the work while it is wanted; what goes wrong leaves the ledger as it was and is told. */
async function guarded(
  world: World,
  { organisationId, importId }: Work,
  state: 'comparing' | 'applying',
  work: (record: store.ImportRecord) => Promise<void>,
): Promise<void> {
  const load = () =>
    inOrganisation(world.db, organisationId, (tx) =>
      store.selectImport(tx, organisationId, importId),
    )
  for (let tries = 1; ; tries += 1) {
    const record = await load()
    if (record?.state !== state) return
    try {
      return await work(record)
    } catch (error) {
      if (error instanceof Stopped) return
      if (error instanceof Unreadable) return await markUnreadable(world, record, error)
      if (isPassing(error) && tries < MOST_TRIES) continue
      world.log.error({ part: 'imports', importId, err: error })
      return await markFailed(world, record, error)
    }
  }
}

/** Two at once wanted the same: the one that lost begins again and sees what the other did. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === '40001' || code === '40P01' || code === '23505'
}

type Passing = { readonly record: store.ImportRecord; readonly mode: Mode }

async function pass(world: World, work: Work, { record, mode }: Passing): Promise<void> {
  const { organisationId, sha256, fileName: name } = record
  const keys = await world.secrets.of(organisationId)
  // The books turn to the new day beforehand, so that this long transaction need not hold them.
  await inOrganisation(world.db, organisationId, (tx) =>
    openBooks(tx, organisationId, world.clock()),
  )
  await withFile(world, { organisationId, sha256, name }, (path) =>
    withBulk(world.ownerUrl, (bulk) => {
      const begun = { bulk, path, keys, record, mode }
      return mode.kind === 'apply' ? writeIt(world, work, begun) : lookOnly(world, work, begun)
    }),
  )
}

type Begun = Passing & { readonly bulk: Bulk; readonly path: string; readonly keys: Run['keys'] }

async function lookOnly(world: World, work: Work, begun: Begun): Promise<void> {
  const { record, bulk } = begun
  const result = await inOrganisation(bulk.db, record.organisationId, async (tx) => {
    const run = await runOf(world, work, { ...begun, tx })
    return { pass: await passFile(run, begun, async () => {}), run }
  })
  await inOrganisation(world.db, record.organisationId, (tx) =>
    keepPass(tx, { record, ...result }, { state: 'to_apply' }),
  )
}

async function writeIt(world: World, work: Work, begun: Begun): Promise<void> {
  const { record, bulk, mode } = begun
  const { organisationId } = record
  let done: Pass | null = null
  let refused: { pass: Pass; run: Run } | null = null
  await inOrganisation(bulk.db, organisationId, async (tx) => {
    await store.lockSource(tx, organisationId, record.sourceId)
    const run = await runOf(world, work, { ...begun, tx })
    const result = await passFile(run, begun, () => lockFor(run))
    const goodRows = mode.kind === 'apply' && mode.goodRows
    const errors = run.found.total('error')
    if (refusalOfApplying({ state: 'to_apply', errors, hasMapping: true }, goodRows)) {
      refused = { pass: result, run }
      throw new Refusal('conflict', 'import_has_errors')
    }
    await write(run, result, work)
    const appliedAs = goodRows && errors > 0 ? 'good_rows' : 'whole'
    const end = { state: 'applied', appliedAs, appliedAt: run.at } as const
    await keepPass(tx, { record, pass: result, run }, end)
    await attachOriginals(run, record, work.by)
    done = result
  }).catch(async (error: unknown) => {
    if (!refused) throw error
    // The ledger has changed since the comparison: show what is wrong now.
    const again = refused
    await inOrganisation(world.db, organisationId, (tx) =>
      keepPass(tx, { record, ...again }, { state: 'to_apply' }),
    )
  })
  if (done) await tellPlanner(bulk, done)
}

function lockFor(run: Run): Promise<void> {
  const { tx, organisationId, mapping, choices, entity } = run
  if (mapping.kind === 'payments') return store.lockLedger(tx, organisationId, 'payments')
  const which = choices.isComplete ? { everyoneOf: entity.id } : 'documents'
  return store.lockLedger(tx, organisationId, which)
}

async function runOf(world: World, work: Work, begun: Begun & { tx: Transaction }): Promise<Run> {
  const { record, tx, bulk, keys, mode } = begun
  const { organisationId } = record
  const at = world.clock()
  const entities = await openBooks(tx, organisationId, at)
  const entity = entities.find(({ id }) => id === record.legalEntityId)
  if (!entity || !record.mapping) throw new Error('an import without legal entity or mapping')
  const state = mode.kind === 'apply' ? 'applying' : 'comparing'
  const { id, revision } = record
  return {
    bulk,
    tx,
    organisationId,
    importId: id,
    sourceId: record.sourceId,
    sourceName: record.sourceName,
    mapping: record.mapping,
    choices: record.choices,
    entity,
    entities,
    language: await store.selectOrganisationLanguage(tx, organisationId),
    keys,
    emailHash: world.secrets.installation.hash,
    at,
    recordedBy: work.by.kind === 'person' ? work.by.id : null,
    syncedOn: dayIn(entity.timeZone, record.choices.ledgerSyncedAt),
    isWriting: mode.kind === 'apply',
    found: newCollector(),
    tick: progressOf(world, { organisationId, id, states: [state], revision }),
  }
}

async function passFile(run: Run, begun: Begun, lock: () => Promise<void>): Promise<Pass> {
  const { record, path } = begun
  if (record.format === 'einvoice') return passOverEinvoices(run, { record, path, lock })
  const file = await openMapped(path, run.mapping)
  try {
    const corrections = await correctionsOf(run.tx, run)
    return await passOver(run, file, { corrections, lock })
  } finally {
    await file.close()
  }
}

/** Writes what the pass has planned, keeps the figures right, and says what happened. */
async function write(run: Run, result: Pass, work: Work): Promise<void> {
  const { tx, organisationId, mapping } = run
  const touched = new Set(result.customers?.touched)
  if (result.hasDocuments) {
    await writeDocuments(tx, run, result.knowsSome)
    const items = result.knowsSome ? await movedItems(tx) : []
    const gone = run.choices.gone === 'settle' ? await settleGone(tx, run) : []
    await flagGone(tx, run)
    await keepOpenAmounts(tx, [...items, ...gone])
    for (const id of await touchedCustomers(tx)) touched.add(id)
  }
  if (mapping.kind === 'payments') {
    await keepOpenAmounts(tx, await writePayments(tx, run))
    for (const id of await paidCustomers(tx)) touched.add(id)
  }
  await followHolds(run, result, work.by)
  if (result.hasDocuments) await followReminders(run)
  await indexNames(tx, organisationId, result.customers?.renamed ?? [])
  await refreshBalances(tx, organisationId, [...touched])
  await store.moveWatermarks(
    tx,
    { organisationId, id: run.sourceId },
    await watermarksOf(run, result),
  )
  await tell(run, result, work)
}

async function watermarksOf(run: Run, { hasDocuments }: Pass) {
  const { mapping, choices, syncedOn } = run
  if (mapping.kind === 'payments') {
    const last = await lastPaymentDay(run.tx)
    return { ledgerSyncedAt: null, paymentsUntil: choices.paymentsUntil ?? last }
  }
  if (!hasDocuments || mapping.isEinvoice) return { ledgerSyncedAt: null, paymentsUntil: null }
  const tellsPayments = mapping.columns.some(
    ({ field }) => field === 'open_amount' || field === 'paid_amount' || field === 'settled_date',
  )
  const paymentsUntil = choices.paymentsUntil ?? (tellsPayments ? syncedOn : null)
  return { ledgerSyncedAt: choices.ledgerSyncedAt, paymentsUntil }
}

async function tell(run: Run, { difference, hasDocuments }: Pass, { by }: Work): Promise<void> {
  const { tx, organisationId, importId, at } = run
  const { customers, receivables, payments } = difference
  await appendEvent(tx, {
    organisationId,
    at,
    by,
    name: 'import.applied',
    subject: { kind: 'import', id: importId },
    data: { kind: run.mapping.kind, customers, receivables, payments },
  })
  if (!hasDocuments || difference.receivables.gone === 0) return
  const gone = await goneEvents(tx)
  await appendEvents(
    tx,
    gone.map(({ receivableId, customerId, number }) => ({
      organisationId,
      at,
      by,
      name: 'receivable.vanished',
      subject: { kind: 'receivable', id: receivableId },
      customerId,
      data: { number, importId, choice: run.choices.gone },
    })),
  )
}
