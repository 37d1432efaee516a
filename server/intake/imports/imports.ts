import { appendEvent, type Doer } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openBooks } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import type { TableKind } from '../tables/rules/fields.ts'
import { askForComparison, askToApply } from './jobs-asked.ts'
import type { ColumnChoice, Mapping } from './rules/mapping-types.ts'
import { chosenOver, refusalOfMapping } from './rules/mapping.ts'
import { refusalOfApplying, refusalOfCancelling, refusalOfChange } from './rules/states.ts'
import type { ImportChoices } from './run.ts'
import * as corrections from './store/corrections.ts'
import * as store from './store/imports.ts'
import { deleteMapping, upsertMapping } from './store/mappings.ts'

export type Doing = {
  readonly organisationId: string
  readonly importId: string
  readonly by: Doer
  readonly isDirect?: boolean
}

export type MappingRequest = {
  readonly kind: TableKind
  readonly columns: readonly ColumnChoice[]
  readonly choices: {
    readonly [Key in Exclude<keyof ImportChoices, 'isSourceNamed'>]?: ImportChoices[Key] | undefined
  }
  readonly remember: boolean
}

/** Takes what the columns mean from a person, remembers it, and has the file compared. */
export function mapImport(world: World, doing: Doing, request: MappingRequest): Promise<void> {
  const { organisationId } = doing
  const at = world.clock()
  return inOrganisation(world.db, organisationId, async (tx) => {
    const record = await lockedImport(tx, doing)
    const { mapping } = record
    const entities = await openBooks(tx, organisationId, at)

    const refusal = refusalOfChange(record)
    if (refusal) throw new Refusal('conflict', refusal)
    if (!mapping) throw new Refusal('conflict', 'import_not_ready')
    const wrong = refusalOfMapping(request.kind, request.columns, mapping.columns)
    if (wrong) throw new Refusal('invalid', wrong.code, wrong.details)
    const choices = { ...record.choices, ...definedOf(request.choices) }
    refuseChoices(
      choices,
      request,
      entities.map(({ id }) => id),
    )

    const columns = chosenOver(request.columns, mapping.columns)
    const chosen = { ...mapping, kind: request.kind, columns }
    await takeMapping(tx, record, { chosen, choices, usedAt: request.remember ? at : null })
    await appendEvent(tx, {
      ...eventOf(doing, at),
      name: 'import.mapped',
      data: { kind: request.kind },
    })
    await askForComparison(tx, doing, record.revision + 1)
  })
}

type Taken = {
  readonly chosen: Mapping
  readonly choices: ImportChoices
  readonly usedAt: Instant | null
}

/** Keeps the mapping with the import, and for the next file with the same headings. */
async function takeMapping(
  tx: Transaction,
  record: store.ImportRecord,
  { chosen, choices, usedAt }: Taken,
): Promise<void> {
  const { id, organisationId, legalEntityId, sourceId, fingerprint, revision, state } = record
  const { kind, columns } = chosen
  await store.updateImport(
    tx,
    { organisationId, id, states: [state] },
    {
      state: 'comparing',
      kind,
      mapping: chosen,
      choices,
      revision: revision + 1,
      progressRows: 0,
      failure: null,
    },
  )
  if (usedAt === null || fingerprint === null || kind === null) return
  const headings = columns.map(({ heading }) => heading)
  const key = { id: newId(), organisationId, legalEntityId, fingerprint }
  await upsertMapping(tx, { ...key, headings, kind, mapping: chosen, choices, sourceId, usedAt })
}

function refuseChoices(
  choices: ImportChoices,
  { columns, kind }: MappingRequest,
  entityIds: readonly string[],
): void {
  const strange = Object.values(choices.entities).some((id) => !entityIds.includes(id))
  if (strange) throw new Refusal('not_found', 'no_such_legal_entity')
  const isLedger = kind === 'receivables' || kind === 'combined'
  const tellsOpen = columns.some(
    ({ field }) => field === 'open_amount' || field === 'total' || field === 'debit',
  )
  if (choices.isComplete && !(isLedger && tellsOpen)) {
    throw new Refusal('invalid', 'complete_list_needs_open_items')
  }
}

/** What was said; what was left open stays as it was. */
function definedOf(choices: MappingRequest['choices']): Partial<ImportChoices> {
  const entries = Object.entries(choices).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<ImportChoices>
}

export type Correction =
  | {
      readonly kind: 'cell'
      readonly line: number
      readonly position: number
      readonly text: string
    }
  | { readonly kind: 'leave_out'; readonly line: number }
  | { readonly kind: 'undo'; readonly line: number }

/** Keeps corrections beside the file, which stays as it came, and has it compared again. */
export async function correctImport(
  world: World,
  doing: Doing,
  changes: readonly Correction[],
): Promise<void> {
  const { organisationId, importId, by } = doing
  const keys = await world.secrets.of(organisationId)
  const at = world.clock()
  await inOrganisation(world.db, organisationId, async (tx) => {
    const record = await lockedImport(tx, doing)

    const refusal = refusalOfChange(record)
    if (refusal) throw new Refusal('conflict', refusal)
    if (record.kind === null || record.state === 'to_map')
      throw new Refusal('conflict', 'import_not_ready')

    const undone = changes.filter(({ kind }) => kind !== 'cell').map(({ line }) => line)
    await corrections.deleteCorrections(tx, { organisationId, importId }, undone)
    const kept = changes.flatMap((change): corrections.KeptCorrection[] => {
      if (change.kind === 'undo') return []
      const { line } = change
      if (change.kind === 'leave_out') return [{ line, position: null, text: '' }]
      return [{ line, position: change.position, text: keys.encrypt(change.text) }]
    })
    const who = { organisationId, importId, at, by: by.kind === 'person' ? by.id : null }
    await corrections.upsertCorrections(tx, who, kept)
    await store.updateImport(
      tx,
      { organisationId, id: importId, states: [record.state] },
      { state: 'comparing', revision: record.revision + 1, progressRows: 0, failure: null },
    )
    const lines = new Set(changes.map(({ line }) => line)).size
    await appendEvent(tx, { ...eventOf(doing, at), name: 'import.corrected', data: { lines } })
    await askForComparison(tx, doing, record.revision + 1)
  })
}

/** Gives the word to take the file into the ledger. */
export function startApplying(world: World, doing: Doing, goodRows: boolean): Promise<void> {
  const { organisationId } = doing
  return inOrganisation(world.db, organisationId, async (tx) => {
    const record = await lockedImport(tx, doing)

    const standing = { ...record, hasMapping: record.mapping !== null }
    const refusal = refusalOfApplying(standing, goodRows)
    if (refusal) throw new Refusal('conflict', refusal, { errors: record.errors })

    await store.updateImport(
      tx,
      { organisationId, id: record.id, states: [record.state] },
      { state: 'applying', progressRows: 0, progressOf: record.rowCount, failure: null },
    )
    await askToApply(tx, doing, goodRows)
  })
}

/** Stops an import; work under way notices and undoes itself. */
export function cancelImport(world: World, doing: Doing): Promise<void> {
  const { organisationId } = doing
  const at = world.clock()
  return inOrganisation(world.db, organisationId, async (tx) => {
    const record = await lockedImport(tx, doing)

    const refusal = refusalOfCancelling(record)
    if (refusal) throw new Refusal('conflict', refusal)
    if (record.state === 'cancelled') return

    await store.updateImport(
      tx,
      { organisationId, id: record.id, states: [record.state] },
      { state: 'cancelled', revision: record.revision + 1 },
    )
    await appendEvent(tx, { ...eventOf(doing, at), name: 'import.cancelled' })
  })
}

export function forgetMapping(
  world: World,
  { organisationId, by }: Omit<Doing, 'importId'>,
  mappingId: string,
): Promise<void> {
  const at = world.clock()
  return inOrganisation(world.db, organisationId, async (tx) => {
    const isGone = await deleteMapping(tx, organisationId, mappingId)
    if (!isGone) throw new Refusal('not_found', 'no_such_mapping')
    const subject = { kind: 'mapping', id: mappingId }
    await appendEvent(tx, { organisationId, at, by, name: 'mapping.forgotten', subject })
  })
}

function eventOf({ organisationId, importId, by }: Doing, at: ReturnType<World['clock']>) {
  return { organisationId, at, by, subject: { kind: 'import', id: importId } }
}

async function lockedImport(
  tx: Transaction,
  { organisationId, importId }: Doing,
): Promise<store.ImportRecord> {
  const record = await store.selectImportForUpdate(tx, organisationId, importId)
  if (!record) throw new Refusal('not_found', 'no_such_import')
  return record
}
