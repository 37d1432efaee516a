import { createHash } from 'node:crypto'

import { newId } from '../../kernel/ids.ts'
import { exponentOf, minorOfDecimal } from '../../kernel/money.ts'
import {
  findingsOfWalk,
  newTotals,
  newWalk,
  readRecords,
  type Corrections,
  type Reading,
  type TableFile,
  type TableRecord,
  type Totals,
} from '../tables/index.ts'
import type { Field } from '../tables/rules/fields.ts'
import { finding } from '../tables/rules/findings.ts'
import { roundedTo } from '../tables/rules/sums.ts'
import { newControls, type Controls } from './controls.ts'
import { personFinder, type PersonFinder } from './people.ts'
import type { Rounding } from './report.ts'
import { detailFieldsIn, detailsOf, isSet } from './rules/customers.ts'
import { documentOf, type FiledDocument } from './rules/documents.ts'
import { importFinding } from './rules/findings.ts'
import { paymentOf } from './rules/payments.ts'
import { remindedOf } from './rules/reminders.ts'
import type { Run } from './run.ts'
import * as stage from './store/stage.ts'

export type Staged = {
  readonly rows: number
  readonly controls: Controls
  readonly roundings: readonly Rounding[]
}

/** Reads the file to its end and copies what can be taken into temporary tables. */
export async function stageFile(
  run: Run,
  file: TableFile,
  corrections: Corrections,
): Promise<Staged> {
  const isPayments = run.mapping.kind === 'payments'
  if (isPayments) await stage.createPaymentStage(run.tx)
  else await stage.createStage(run.tx)
  const reading = readingOf(run)
  const walk = newWalk(reading)
  const controls = newControls()
  const totals = newTotals(reading)
  const write = isPayments ? paymentWriter(run, controls) : await rowWriter(run, controls)
  async function* lines() {
    for await (const batch of readRecords(file, reading, walk, corrections)) {
      run.found.addAll(batch.findings)
      let text = ''
      for (const record of batch.records) {
        totals.add(record)
        text += write(record)
      }
      if (text !== '') yield text
      await run.tick(walk.rows)
    }
  }
  await run.bulk.copyInto(isPayments ? 'stage_payments' : 'stage_rows', lines())
  await stage.prepareJoins(run.tx, walk.rows)
  run.found.addAll(findingsOfWalk(walk))
  run.found.addAll(totals.findings())
  return { rows: walk.rows, controls, roundings: roundingsOf(totals, run) }
}

function roundingsOf(totals: Totals, { choices }: Run): Rounding[] {
  return totals.roundings().map(({ field, currency, difference }) => {
    return { field, currency: currency ?? choices.currency, difference }
  })
}

function readingOf({ mapping }: Run): Reading {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => ({
      ...column,
      orderCertainty: 'decided' as const,
      decimalCertainty: 'decided' as const,
    })),
  }
}

type Writer = (record: TableRecord) => string

function entityFinder({ entity, entities, choices }: Run) {
  const byCode = new Map(
    entities.flatMap(
      ({ id, code, name }) =>
        [
          [code, id],
          [name, id],
        ] as const,
    ),
  )
  return (code: string | undefined): string | null => {
    if (code === undefined) return entity.id
    // Where there is one legal entity, codes of another system can only mean it.
    return choices.entities[code] ?? byCode.get(code) ?? (entities.length === 1 ? entity.id : null)
  }
}

async function rowWriter(run: Run, controls: Controls): Promise<Writer> {
  const settings = {
    currency: run.choices.currency,
    defaultTermsDays: run.entity.defaultTermsDays,
    fields: fieldsOf(run),
  }
  const isDocuments = run.mapping.kind === 'receivables' || run.mapping.kind === 'combined'
  const entityOf = entityFinder(run)
  const people = await personFinder(run)
  const tellsDisputes = settings.fields.has('disputed')
  const documentStaged = (record: TableRecord, filed: FiledDocument) =>
    stagedDocument(record, filed, { people, tellsDisputes, reminder: reminderOf(run, record) })
  const customerOf = customerNoter(detailFieldsIn(settings.fields, isDocuments))
  return (record) => {
    const { line, values } = record
    const findings = [...record.findings]
    const entityId = entityOf(values.entity)
    if (entityId === null)
      run.found.add(importFinding('entity_unknown', { line, value: values.entity ?? null }))
    const customer = entityId === null ? null : customerOf(record, entityId)
    if (entityId !== null && !customer) findings.push(finding('customer_missing', { line }))
    const { filed, findings: more } = isDocuments ? documentOf(record, settings) : NO_DOCUMENT
    run.found.addAll(findings)
    run.found.addAll(more)
    const isBad = [...findings, ...more].some(({ severity }) => severity === 'error')
    if (isDocuments) countDocument(controls, { record, filed, currency: settings.currency })
    if (isBad || !customer || (isDocuments && !filed)) {
      run.found.reject(line)
      return ''
    }
    return stage.stageLine(line, customer, filed && documentStaged(record, filed))
  }
}

const NO_DOCUMENT = { filed: null, findings: [] } as const

function fieldsOf({ mapping }: Run): ReadonlySet<Field> {
  return new Set(mapping.columns.flatMap(({ field }) => (field ? [field] : [])))
}

const MOST_REMEMBERED = 200_000

/** Notes what rows say about their customers, once for all rows that say the same. */
function customerNoter(fields: readonly Field[]) {
  const said = new Map<string, string>()
  return ({ values }: TableRecord, entityId: string): stage.StagedCustomer | null => {
    const { customer_number: number = null, customer_name: name = null } = values
    const key = number ?? (name === null ? null : `\u0001${name}`)
    if (key === null) return null
    const details = fields.length === 0 ? '{}' : JSON.stringify(detailsOf(values, fields))
    const sentence = `${name}${details}`
    const who = `${entityId}${key}`
    if (said.get(who) === sentence) return { entityId, key, number, name: null, details: null }
    if (said.size >= MOST_REMEMBERED) said.clear()
    said.set(who, sentence)
    return { entityId, key, number, name, details }
  }
}

type Beside = Pick<stage.StagedDocument, 'reminder'> & {
  readonly people: PersonFinder
  readonly tellsDisputes: boolean
}

function reminderOf({ entity, found }: Run, record: TableRecord) {
  const { reminded, findings } = remindedOf(record, entity.today)
  found.addAll(findings)
  return reminded && { ...reminded, id: newId() }
}

function stagedDocument(
  { values }: TableRecord,
  filed: FiledDocument,
  { people, tellsDisputes, reminder }: Beside,
): stage.StagedDocument {
  return {
    ...filed,
    reminder,
    receivableId: newId(),
    itemId: newId(),
    orderReference: values.order_reference ?? null,
    purchaseOrder: values.po_reference ?? null,
    paymentReference: values.reference ?? null,
    sellerId: values.owner === undefined ? null : people(values.owner),
    isDisputed: tellsDisputes ? isSet(values.disputed) : null,
  }
}

function countDocument(
  controls: Controls,
  {
    record,
    filed,
    currency,
  }: { record: TableRecord; filed: FiledDocument | null; currency: string },
): void {
  if (filed) {
    controls.count('total', filed.currency, filed.totalMinor)
    if (filed.openMinor !== null) controls.count('open_amount', filed.currency, filed.openMinor)
    return
  }
  const used = record.currency ?? currency
  for (const field of ['total', 'open_amount'] as const) {
    const text = record.values[field]
    const minor =
      text === undefined ? null : minorOfDecimal(roundedTo(text, exponentOf(used)), used)
    if (minor !== null) controls.count(field, used, minor)
  }
}

function paymentWriter(run: Run, controls: Controls): Writer {
  const amounts = run.mapping.columns.find(({ field }) => field === 'payment_amount')
  const settings = { currency: run.choices.currency, isNegated: amounts?.isNegative ?? false }
  const entityOf = entityFinder(run)
  return (record) => {
    const { line, values } = record
    const entityId = entityOf(values.entity)
    if (entityId === null)
      run.found.add(importFinding('entity_unknown', { line, value: values.entity ?? null }))
    const { filed, findings } = paymentOf(record, settings)
    run.found.addAll(record.findings)
    run.found.addAll(findings)
    const isBad = [...record.findings, ...findings].some(({ severity }) => severity === 'error')
    if (filed) controls.count('payment_amount', filed.currency, filed.amountMinor)
    if (isBad || !filed || entityId === null) {
      run.found.reject(line)
      return ''
    }
    return stage.paymentLine(line, {
      ...filed,
      entityId,
      paymentId: newId(),
      identity: createHash('sha256').update(filed.identity).digest('base64url'),
      customerNumber: values.customer_number ?? null,
      customerName: values.customer_name ?? null,
    })
  }
}
