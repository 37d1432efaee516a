import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'

import type { Doer } from '../../access/index.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'
import { readEinvoice, type EinvoiceFile } from '../einvoices/index.ts'
import {
  descriptionOf,
  detect,
  findingsOfFile,
  findingsOfWalk,
  newTotals,
  newWalk,
  openTable,
  readRecords,
  sniffFile,
  Unreadable,
  type Detection,
  type TableFile,
} from '../tables/index.ts'
import { asImportFinding } from './einvoices.ts'
import { matchByNumber } from './evidence.ts'
import { withFile } from './files.ts'
import { newCollector, type Collector } from './findings.ts'
import { inspectionOf, NO_INSPECTION, type Inspection } from './inspection.ts'
import { askForComparison } from './jobs-asked.ts'
import { keptFinding, markFailed, markUnreadable } from './outcome.ts'
import { progressOf, Stopped } from './progress.ts'
import { choicesOf, mappingOf, standingOf } from './proposal.ts'
import type { Mapping } from './rules/mapping-types.ts'
import { fingerprintOf } from './rules/mapping.ts'
import { replaceFindings } from './store/findings.ts'
import * as store from './store/imports.ts'
import { selectMapping, type RememberedMapping } from './store/mappings.ts'

type Work = {
  readonly organisationId: string
  readonly importId: string
  readonly by: Doer
  /** The caller does the next step itself. */
  readonly isDirect?: boolean
}

const LARGEST_INVOICE = 64 * 1024 ** 2

/** Looks at a file that came in: what it is, and, for a table, what its columns seem to mean. */
export async function lookAtImport(world: World, work: Work): Promise<void> {
  const { organisationId, importId } = work
  const record = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectImport(tx, organisationId, importId),
  )
  if (record?.state !== 'reading') return
  try {
    const { sha256, fileName: name } = record
    await withFile(world, { organisationId, sha256, name }, (path) =>
      look(world, work, { record, path }),
    )
  } catch (error) {
    if (error instanceof Stopped) return
    if (error instanceof Unreadable) return markUnreadable(world, record, error)
    world.log.error({ part: 'imports', importId, err: error })
    await markFailed(world, record, error)
  }
}

type Looking = { readonly record: store.ImportRecord; readonly path: string }

async function look(world: World, work: Work, { record, path }: Looking): Promise<void> {
  const kind = await sniffFile(path)
  if (kind !== 'pdf' && kind !== 'xml') return lookAtTable(world, work, { record, path })
  const isSmall = (await stat(path)).size <= LARGEST_INVOICE
  const file = isSmall ? await readEinvoice(await readFile(path), record.fileName) : null
  if (file && file.documents.length > 0) return keepEinvoice(world, work, { record, file })
  if (kind === 'pdf') return matchByNumber(world, work, { record, path })
  if (!file) throw new Unreadable('file_is_xml')
  await refuseEinvoice(world, record, file)
}

async function refuseEinvoice(
  world: World,
  { id, organisationId, revision }: store.ImportRecord,
  { findings }: EinvoiceFile,
): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  await inOrganisation(world.db, organisationId, async (tx) => {
    const guarded = { organisationId, id, states: ['reading'] as const, revision }
    const errors = findings.filter(({ severity }) => severity === 'error').length
    await store.updateImport(tx, guarded, { state: 'refused', format: 'einvoice', errors })
    const kept = findings.map((one) => keptFinding(keys, asImportFinding(one)))
    await replaceFindings(tx, { organisationId, importId: id }, kept)
  })
}

const NO_TABLE = {
  kind: 'combined',
  headerLine: null,
  sheet: null,
  columns: [],
  currency: null,
  customerTitle: null,
  hasInvoiceLines: false,
  isEinvoice: true,
} as const satisfies Mapping

/** An e-invoice needs no mapping: it is compared at once. */
async function keepEinvoice(
  world: World,
  work: Work,
  { record, file }: { record: store.ImportRecord; file: EinvoiceFile },
): Promise<void> {
  const { id, organisationId, revision, choices } = record
  const keys = await world.secrets.of(organisationId)
  const documents = file.documents.map(
    ({ kind, number, buyer, issueDate, dueDate, currency, totals }) => {
      return {
        kind,
        number,
        buyer: buyer.name,
        issueDate,
        dueDate,
        currency,
        payable: totals.payable,
      }
    },
  )
  const inspection: Inspection = { ...NO_INSPECTION, rowCount: documents.length, documents }
  await inOrganisation(world.db, organisationId, async (tx) => {
    const sourceId = await ownSource(tx, record, { kind: 'einvoice', name: 'E-invoices' })
    await store.updateImport(
      tx,
      { organisationId, id, states: ['reading'], revision },
      {
        state: 'comparing',
        format: 'einvoice',
        kind: 'combined',
        mapping: NO_TABLE,
        choices: { ...choices, isComplete: false },
        inspection: keys.encrypt(JSON.stringify(inspection)),
        rowCount: documents.length,
        sourceId,
      },
    )
    await askForComparison(tx, work, revision)
  })
}

/** The source that files of this kind are of, unless somebody named one. */
async function ownSource(
  tx: Parameters<typeof store.upsertSource>[0],
  { organisationId, legalEntityId, sourceId, choices, uploadedAt }: store.ImportRecord,
  { kind, name }: { kind: store.SourceKind; name: string },
): Promise<string> {
  if (choices.isSourceNamed) return sourceId
  const source = { id: newId(), organisationId, legalEntityId, kind, name, createdAt: uploadedAt }
  return store.upsertSource(tx, source)
}

async function lookAtTable(world: World, work: Work, { record, path }: Looking): Promise<void> {
  const file = await openTable(path)
  try {
    const detection = await detect(file, record.fileName)
    const found = newCollector()
    found.addAll(findingsOfFile(file, detection))
    const seen = await readWhole(world, { record, file, detection, found })
    await keepTable(world, work, { record, file, detection, found, seen })
  } finally {
    await file.close()
  }
}

type Seen = Awaited<ReturnType<typeof readWhole>>
type Table = {
  readonly record: store.ImportRecord
  readonly file: TableFile
  readonly detection: Detection
  readonly found: Collector
}

/** Counts rows and sums amounts, to be shown before anything is decided. */
async function readWhole(world: World, { record, file, detection, found }: Table) {
  const { organisationId, id, revision } = record
  const tick = progressOf(world, { organisationId, id, states: ['reading'], revision })
  const walk = newWalk(detection.reading)
  const totals = newTotals(detection.reading)
  for await (const batch of readRecords(file, detection.reading, walk)) {
    found.addAll(batch.findings)
    for (const one of batch.records) {
      found.addAll(one.findings)
      totals.add(one)
    }
    await tick(walk.rows)
  }
  found.addAll(findingsOfWalk(walk))
  found.addAll(totals.findings())
  return { rowCount: walk.rows, totals: totals.totals() }
}

/** These leave nothing to map. */
async function keepTable(
  world: World,
  work: Work,
  { record, file, detection, found, seen }: Table & { seen: Seen },
): Promise<void> {
  const { id, organisationId, legalEntityId, revision } = record
  const keys = await world.secrets.of(organisationId)
  const mapping = mappingOf(file, detection)
  const fingerprint = hashOf(fingerprintOf(mapping.columns.map(({ heading }) => heading)))
  const inspection = inspectionOf({ ...descriptionOf(file, detection), ...seen })
  await inOrganisation(world.db, organisationId, async (tx) => {
    const known = await selectMapping(tx, { organisationId, legalEntityId, fingerprint })

    const standing = standingOf(mapping, known ?? null, found)

    await store.updateImport(
      tx,
      { organisationId, id, states: ['reading'], revision },
      {
        ...standing,
        format: file.format,
        choices: choicesOf(record.choices, { ...standing.mapping, known: known?.choices ?? null }),
        fingerprint,
        inspection: keys.encrypt(JSON.stringify(inspection)),
        rowCount: seen.rowCount,
        progressRows: seen.rowCount,
        progressOf: seen.rowCount,
        sourceId: await sourceOf(tx, record, { kind: standing.kind, known: known ?? null }),
        errors: found.total('error'),
        warnings: found.total('warning'),
      },
    )
    const kept = found.kept().map((one) => keptFinding(keys, one))
    await replaceFindings(tx, { organisationId, importId: id }, kept)
    if (standing.state === 'comparing') await askForComparison(tx, work, revision)
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Payments are a source of their own: their watermark says how far payments are known. */
function sourceOf(
  tx: Parameters<typeof store.upsertSource>[0],
  record: store.ImportRecord,
  { kind, known }: { kind: Mapping['kind']; known: RememberedMapping | null },
): Promise<string> {
  if (known && !record.choices.isSourceNamed) return Promise.resolve(known.sourceId)
  return ownSource(tx, record, { kind: 'file', name: kind === 'payments' ? 'Payments' : 'Ledger' })
}
