import { inOrganisation } from '../../database/tenancy.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys, World } from '../../world.ts'
import { openTable } from '../tables/index.ts'
import { textOf } from '../tables/rules/cells.ts'
import { letterOf, shown } from '../tables/rules/texts.ts'
import { correctionsOf } from './corrections.ts'
import { withFile } from './files.ts'
import type { Inspection } from './inspection.ts'
import type { Difference } from './report.ts'
import type { FieldChange } from './rules/changes.ts'
import {
  countFindings,
  selectChanges,
  selectFindings,
  type ChangeFilter,
  type FindingFilter,
} from './store/findings.ts'
import * as store from './store/imports.ts'
import { selectMappings } from './store/mappings.ts'

type Of = { readonly organisationId: string; readonly importId: string }

/** One import as its page shows it. */
export async function viewImport(world: World, { organisationId, importId }: Of) {
  const keys = await world.secrets.of(organisationId)
  const record = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectImport(tx, organisationId, importId),
  )
  if (!record) throw new Refusal('not_found', 'no_such_import')
  return detailOf(record, keys)
}

function rowOf(record: store.ImportRecord) {
  return {
    id: record.id,
    state: record.state,
    format: record.format,
    kind: record.kind,
    fileName: record.fileName,
    bytes: record.bytes,
    legalEntityId: record.legalEntityId,
    source: { id: record.sourceId, name: record.sourceName },
    uploadedAt: record.uploadedAt,
    uploadedBy: record.uploaderName,
    appliedAt: record.appliedAt,
    rowCount: record.rowCount,
    errors: record.errors,
    warnings: record.warnings,
    progress: { rows: record.progressRows, ofRows: record.progressOf ?? record.rowCount },
  }
}

function detailOf(record: store.ImportRecord, keys: Keys) {
  const { receivableId, receivableNumber, receivableCustomer, choices } = record
  const { isSourceNamed: _, ...shownChoices } = choices
  const isAttached = receivableId !== null && receivableNumber !== null
  return {
    ...rowOf(record),
    inspection: inspectionOf(record, keys),
    choices: shownChoices,
    isRemembered: record.isRemembered,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept as JSON by `keepPass`, in this very shape
    difference: record.difference as Difference | null,
    appliedAs: record.appliedAs,
    attachedTo: isAttached
      ? { receivableId, number: receivableNumber, customerName: receivableCustomer ?? '' }
      : null,
    failure: record.failure,
  }
}

/** What was seen, with the fields that the columns have by now. */
function inspectionOf({ inspection, mapping }: store.ImportRecord, keys: Keys) {
  if (inspection === '') return null
  const seen: Inspection = JSON.parse(keys.decrypt(inspection))
  const columns = (mapping?.columns ?? []).map((column) => {
    const about = seen.columns.find(({ position }) => position === column.position)
    return {
      position: column.position,
      heading: column.heading,
      letter: about?.letter ?? letterOf(column.position),
      field: column.field,
      confidence: column.confidence,
      origin: column.origin,
      dateOrder: about?.holds === 'date' ? column.order : null,
      decimal: about?.holds === 'amount' ? column.decimal : null,
      isAmbiguous: column.isAmbiguous,
      samples: [...(about?.samples ?? [])],
      filled: about?.filled ?? 0,
    }
  })
  return { ...seen, kind: mapping?.kind ?? seen.kind, columns }
}

type ListFilter = {
  readonly state?: store.ImportRecord['state'] | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function listImports(world: World, organisationId: string, filter: ListFilter) {
  const rows = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectImports(tx, organisationId, { ...filter, limit: filter.limit + 1 }),
  )
  const page = rows.slice(0, filter.limit)
  const next = rows.length > filter.limit ? (page.at(-1)?.id ?? null) : null
  return { rows: page.map((record) => rowOf(record)), next }
}

export async function listFindings(world: World, of: Of, filter: FindingFilter) {
  const keys = await world.secrets.of(of.organisationId)
  const { rows, counts } = await inOrganisation(world.db, of.organisationId, async (tx) => {
    await known(tx, of)
    const page = await selectFindings(tx, of, { ...filter, limit: filter.limit + 1 })
    return { rows: page, counts: await countFindings(tx, of) }
  })
  const page = rows.slice(0, filter.limit).map((row) => {
    const value = keys.decrypt(row.value)
    return { ...row, value: value === '' ? null : value }
  })
  return { rows: page, next: nextOf(rows, filter.limit), counts }
}

export async function listChanges(world: World, of: Of, filter: ChangeFilter) {
  const keys = await world.secrets.of(of.organisationId)
  const rows = await inOrganisation(world.db, of.organisationId, async (tx) => {
    await known(tx, of)
    return selectChanges(tx, of, { ...filter, limit: filter.limit + 1 })
  })
  const page = rows.slice(0, filter.limit).map(({ subject, kind, line, number, detail }) => {
    const { name, fields }: { name: string; fields: FieldChange[] } = JSON.parse(
      keys.decrypt(detail),
    )
    return { subject, kind, line, number, name, fields }
  })
  return { rows: page, next: nextOf(rows, filter.limit) }
}

function nextOf(rows: readonly { id: string }[], limit: number): string | null {
  return rows.length > limit ? (rows[limit - 1]?.id ?? null) : null
}

async function known(tx: Parameters<typeof store.selectImport>[0], of: Of): Promise<void> {
  const record = await store.selectImport(tx, of.organisationId, of.importId)
  if (!record) throw new Refusal('not_found', 'no_such_import')
}

/** One line of the file, cell by cell, with what was corrected of it. */
export async function viewLine(world: World, of: Of, line: number) {
  const { organisationId, importId } = of
  const keys = await world.secrets.of(organisationId)
  const { record, corrections } = await inOrganisation(world.db, organisationId, async (tx) => ({
    record: await store.selectImport(tx, organisationId, importId),
    corrections: await correctionsOf(tx, { ...of, keys }),
  }))
  if (!record?.mapping) throw new Refusal('not_found', 'no_such_import')
  const { mapping, sha256, fileName: name } = record
  const cells = await withFile(world, { organisationId, sha256, name }, (path) =>
    cellsOf(path, mapping.sheet, line),
  )
  if (!cells) throw new Refusal('not_found', 'no_such_line')
  const corrected = corrections.get(line)
  return {
    line,
    isLeftOut: corrected === null,
    cells: mapping.columns.map(({ position, heading, field }) => ({
      position,
      heading,
      field,
      text: shown(textOf(cells[position]), 2_000),
      corrected: corrected?.get(position) ?? null,
    })),
  }
}

async function cellsOf(path: string, sheet: string | null, line: number) {
  const file = await openTable(path, sheet === null ? {} : { sheet })
  try {
    for await (const rows of file.rows()) {
      const row = rows.find((one) => one.line === line)
      if (row) return row.cells
      if ((rows[0]?.line ?? 0) > line) return null
    }
    return null
  } finally {
    await file.close()
  }
}

export async function listMappings(world: World, organisationId: string) {
  const mappings = await inOrganisation(world.db, organisationId, (tx) =>
    selectMappings(tx, organisationId),
  )
  return {
    mappings: mappings.map(({ id, legalEntityId, kind, headings, usedAt }) => {
      return { id, legalEntityId, kind, headings: [...headings], usedAt }
    }),
  }
}
