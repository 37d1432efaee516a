import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { Command, Option } from 'commander'
import { z } from 'zod'

import { inOrganisation } from '../database/tenancy.ts'
import {
  applyImport,
  cancelImport,
  compareImport,
  FIELD_CODES,
  listFindings,
  lookAtImport,
  mapImport,
  receiveFile,
  sentenceOf,
  startApplying,
  TABLE_KINDS,
  viewImport,
} from '../intake/index.ts'
import { decimalOf, type Money } from '../kernel/money.ts'
import { openBooks, type Books } from '../ledger/index.ts'
import type { World } from '../world.ts'
import { organisationBySlug } from './choose.ts'
import { print } from './output.ts'
import { Mistake } from './settings.ts'
import { withWorld } from './world.ts'

type Kind = (typeof TABLE_KINDS)[number]
type Field = (typeof FIELD_CODES)[number]
type Options = {
  readonly json: boolean
  readonly organisation?: string
  readonly entity?: string
  readonly kind?: Kind
  readonly source?: string
  readonly mapping?: string
  readonly dryRun: boolean
  readonly goodRows: boolean
}

/** `goodterms import`: files into the ledger, as the import page takes them. */
export function importCommand(): Command {
  return new Command('import')
    .description('Takes a ledger (CSV, XLSX), an e-invoice or a PDF as evidence into the ledger.')
    .argument('<files...>', 'the files')
    .option('--organisation <slug>', 'which organisation, when there are several')
    .option('--entity <code>', 'which legal entity, when there are several')
    .addOption(new Option('--kind <kind>', 'what the table has').choices(TABLE_KINDS))
    .option('--source <name>', 'the system that the files come from')
    .option('--mapping <pairs>', "'Heading=field, …' or a JSON file; the rest is guessed")
    .option('--dry-run', 'say what would change, and change nothing', false)
    .option('--good-rows', 'leave rejected rows out instead of taking nothing', false)
    .option('--json', 'one JSON line a file', false)
    .action(importFiles)
}

async function importFiles(files: readonly string[], options: Options): Promise<void> {
  const fields = await fieldsOf(options.mapping)
  for (const file of files) await stat(file).catch(() => refuseMissing(file))
  await withWorld(async (world) => {
    const { id: organisationId } = await organisationBySlug(world, options.organisation)
    const entity = await entityOf(world, organisationId, options.entity)
    for (const path of files) {
      const result = await importFile(world, { organisationId, entity, path, fields }, options)
      print(options.json, result, sentencesOf(result, options))
      if (!result.isTaken && !(options.dryRun && result.errors === 0)) process.exitCode = 2
    }
  })
}

function refuseMissing(file: string): never {
  throw new Mistake(`There is no file "${file}".`)
}

async function entityOf(world: World, organisationId: string, code?: string): Promise<Books> {
  const books = await inOrganisation(world.db, organisationId, (tx) =>
    openBooks(tx, organisationId, world.clock()),
  )
  const [only] = books
  if (only && code === undefined && books.length === 1) return only
  const found = books.find((one) => one.code === code || one.name === code)
  if (found) return found
  throw new Mistake(`Say which legal entity: --entity ${books.map((one) => one.code).join(', ')}`)
}

/** Headings and the fields that somebody says they are; '' takes a column out. */
async function fieldsOf(mapping: string | undefined): Promise<ReadonlyMap<string, Field | null>> {
  if (mapping === undefined) return new Map()
  const pairs = mapping.endsWith('.json')
    ? Object.entries(await readMapping(mapping))
    : mapping.split(',').map((pair) => pair.split('='))
  return new Map(pairs.map(([heading = '', field]) => [heading.trim(), fieldOf(field)]))
}

const MAPPING = z.record(z.string(), z.unknown())

async function readMapping(file: string): Promise<object> {
  const text = await readFile(file, 'utf8').catch(() => refuseMissing(file))
  const read = MAPPING.safeParse(parsed(text))
  if (read.success) return read.data
  throw new Mistake(`${file} must be a JSON object of headings and fields: {"Rechnung": "number"}.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fieldOf(given: unknown): Field | null {
  const text = typeof given === 'string' ? given.trim() : ''
  if (text === '') return null
  const field = FIELD_CODES.find((code) => code === text)
  if (field) return field
  throw new Mistake(`There is no field "${text}"; there are: ${FIELD_CODES.join(', ')}`)
}

type Asked = {
  readonly organisationId: string
  readonly entity: Books
  readonly path: string
  readonly fields: ReadonlyMap<string, Field | null>
}

async function importFile(world: World, asked: Asked, options: Options) {
  const { organisationId, entity, path } = asked
  const by = { kind: 'operator' } as const
  const { id: importId } = await receiveFile(world, {
    organisationId,
    legalEntityId: entity.id,
    by,
    source: options.source ?? null,
    evidenceKind: 'invoice',
    fileName: basename(path),
    mediaType: 'application/octet-stream',
    content: createReadStream(path),
    isDirect: true,
  })
  const doing = { organisationId, importId, by, isDirect: true }
  await lookAtImport(world, doing)
  await confirm(world, doing, { asked, options })
  await compareImport(world, doing)
  const compared = await viewImport(world, doing)
  if (compared.state === 'to_apply' && options.dryRun) await cancelImport(world, doing)
  if (compared.state === 'to_apply' && !options.dryRun && mayTake(compared, options)) {
    await startApplying(world, doing, options.goodRows)
    await applyImport(world, { ...doing, goodRows: options.goodRows })
  }
  return resultOf(world, doing, path)
}

function mayTake({ errors }: { errors: number }, { goodRows }: Options): boolean {
  return errors === 0 || goodRows
}

type Doing = {
  readonly organisationId: string
  readonly importId: string
  readonly by: { readonly kind: 'operator' }
  readonly isDirect: boolean
}

/** Confirms what was guessed or remembered, with what the command line says over it. */
async function confirm(
  world: World,
  doing: Doing,
  { asked, options }: { asked: Asked; options: Options },
): Promise<void> {
  const seen = await viewImport(world, doing)
  const isOpen = seen.state === 'to_map'
  const isOverruled = asked.fields.size > 0 || options.kind !== undefined
  if (!isOpen && !(seen.state === 'comparing' && isOverruled && seen.format !== 'einvoice')) return
  const kind = options.kind ?? seen.kind
  if (kind === null) throw new Mistake('Say what the table has: --kind receivables, payments, …')
  const columns = (seen.inspection?.columns ?? []).map(({ position, heading, field }) => {
    const said = asked.fields.get(heading)
    return { position, field: said === undefined ? field : said, dateOrder: null, decimal: null }
  })
  await mapImport(world, doing, { kind, columns, choices: {}, remember: true })
}

async function resultOf(world: World, doing: Doing, path: string) {
  const seen = await viewImport(world, doing)
  const { rows } = await listFindings(world, doing, { limit: 100 })
  const { state, kind, rowCount, errors, warnings, difference } = seen
  const findings = rows.map(({ severity, code, line, column, value, details }) => {
    return { severity, code, line, column, value, message: sentenceOf(code, details) }
  })
  const isTaken = state === 'applied' || state === 'to_match'
  return {
    file: path,
    import: doing.importId,
    state,
    isTaken,
    kind,
    rowCount,
    errors,
    warnings,
    difference,
    findings,
  }
}

type Result = Awaited<ReturnType<typeof resultOf>>

function sentencesOf(
  { file, state, difference, findings, errors }: Result,
  options: Options,
): string[] {
  const listed = findings.map(({ severity, line, column, value, message }) => {
    const place = [
      line === null ? '' : `line ${line}`,
      column ?? '',
      value === null ? '' : `"${value}"`,
    ]
    return `  ${severity}: ${[...place.filter(Boolean), message].join(', ')}`
  })
  return [`${file}: ${outcomeOf(state, errors, options)}`, ...linesOf(difference), ...listed]
}

function outcomeOf(state: Result['state'], errors: number, { dryRun }: Options): string {
  if (state === 'applied') return 'taken into the ledger'
  if (dryRun && state === 'cancelled') return 'looked at; nothing was changed'
  if (state === 'to_match') return 'kept; nobody has said yet which document it belongs to'
  if (errors > 0) return `nothing was taken: ${errors} errors. Correct them, or add --good-rows`
  return `nothing was taken (${state})`
}

function linesOf(difference: Result['difference']): string[] {
  if (!difference) return []
  const { customers, contacts, receivables, payments } = difference
  const counted = Object.entries({ customers, contacts, receivables, payments }).flatMap(
    ([what, tally]) => {
      const parts = Object.entries(tally).filter(([, count]) => count > 0)
      return parts.length === 0
        ? []
        : [`  ${what}: ${parts.map(([word, count]) => `${count} ${word}`).join(', ')}`]
    },
  )
  const open = difference.open.map(
    ({ before, after }) => `  open: ${shown(before)} → ${shown(after)}`,
  )
  const differing = difference.controls
    .filter(({ isReconciled }) => !isReconciled)
    .map(
      ({ field, file, read }) =>
        `  ${field}: the file has ${shown(file.amount)}, the ledger ${shown(read.amount)}`,
    )
  return [...counted, ...open, ...differing]
}

function shown(money: Money): string {
  return `${decimalOf(money)} ${money.currency}`
}
