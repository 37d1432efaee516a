import { readFile } from 'node:fs/promises'

import type { Doer } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { attachEvidence } from '../../ledger/index.ts'
import {
  readEinvoice,
  receivableOf,
  type EinvoiceFile,
  type EinvoiceFinding,
  type EinvoiceReceivable,
} from '../einvoices/index.ts'
import { newControls } from './controls.ts'
import type { Found } from './findings.ts'
import { passRows, type Pass } from './pass.ts'
import { importFinding } from './rules/findings.ts'
import { sameCompany } from './rules/parties.ts'
import type { Run } from './run.ts'
import * as documents from './store/einvoices.ts'
import type { ImportRecord } from './store/imports.ts'
import * as stage from './store/stage.ts'

/** A finding of an e-invoice as one of an import. */
export function asImportFinding({ severity, code, message, details }: EinvoiceFinding): Found {
  const nowhere = { line: null, column: null, value: null }
  return { ...nowhere, severity, code: `einvoice_${code}`, message, details }
}

type Passing = {
  readonly record: ImportRecord
  readonly path: string
  readonly lock: () => Promise<void>
}

/** Works out what the invoices of the file change: as a table would, one row an instalment. */
export async function passOverEinvoices(run: Run, { record, path, lock }: Passing): Promise<Pass> {
  const file = await readEinvoice(await readFile(path), record.fileName)
  const read = receivablesOf(run, file)
  await stage.createStage(run.tx)
  const controls = newControls()
  const known = await documents.selectBuyers(
    run.tx,
    run,
    read.map(({ buyer }) => buyer),
  )
  const lines: string[] = []
  read.forEach((invoice, at) => {
    const { payer, rows } = rowsOf(run, invoice, known[at] ?? null)
    for (const row of rows) {
      controls.count('total', row.currency, row.totalMinor)
      controls.count('open_amount', row.currency, row.openMinor ?? 0)
      lines.push(stage.stageLine(lines.length + 1, payer, row))
    }
  })
  async function* copied() {
    if (lines.length > 0) yield lines.join('')
  }
  await run.bulk.copyInto('stage_rows', copied())
  await lock()
  await documents.leaveToTheirSources(run.tx, run)
  return passRows(run, { rows: file.documents.length, controls, roundings: [] })
}

function receivablesOf(run: Run, file: EinvoiceFile): EinvoiceReceivable[] {
  run.found.addAll(file.findings.map((one) => asImportFinding(one)))
  return file.documents.flatMap((document, at) => {
    const { receivable, findings } = receivableOf(document, run.choices.currency)
    run.found.addAll(findings.map((one) => asImportFinding(one)))
    if (!receivable) {
      run.found.reject(at + 1)
      return []
    }
    const { seller } = receivable
    if (seller.name !== null && !sameCompany(seller.name, run.entity.name)) {
      const value = receivable.number
      run.found.add(importFinding('entity_of_invoice_differs', { value }, { seller: seller.name }))
    }
    return [receivable]
  })
}

/** One row an instalment. What is prepaid belongs to the first: it was due before. */
function rowsOf(run: Run, invoice: EinvoiceReceivable, known: documents.KnownBuyer | null) {
  const sign = invoice.kind === 'credit_note' ? -1 : 1
  const { kind, number, currency, issuedOn, orderReference, buyerReference, paymentReference } =
    invoice
  const receivableId = newId()
  const rows = invoice.shares.map((share, at): stage.StagedDocument => {
    const prepaid = at === 0 ? invoice.prepaidMinor : 0
    return {
      kind,
      number,
      externalId: `${kind}:${number}`,
      issuedOn,
      dueOn: share.dueOn,
      termsDays: null,
      deliveredOn: null,
      currency,
      totalMinor: sign * (share.minor + prepaid) || 0,
      openMinor: sign * share.minor || 0,
      settledOn: null,
      instalment: at + 1,
      receivableId,
      itemId: newId(),
      orderReference: null,
      purchaseOrder: orderReference ?? buyerReference,
      paymentReference,
      sellerId: null,
      isDisputed: null,
      reminder: null,
    }
  })
  return { payer: payerOf(run, invoice, known), rows }
}

function payerOf(
  run: Run,
  { buyer }: EinvoiceReceivable,
  known: documents.KnownBuyer | null,
): stage.StagedCustomer {
  const { vatId, identifiers, address, contact, legalId } = buyer
  const name = buyer.name ?? buyer.tradingName ?? ''
  const number = known?.number ?? identifiers[0]?.id ?? legalId?.id ?? vatId ?? name.slice(0, 120)
  const details = {
    vat_id: vatId ?? undefined,
    street: address.lines.join(', ') || undefined,
    postal_code: address.postcode ?? undefined,
    city: address.city ?? undefined,
    country: address.country ?? undefined,
    contact_name: contact.name ?? undefined,
    email: contact.email ?? undefined,
    phone: contact.phone ?? undefined,
  }
  // What is known of a customer is not overwritten by the address block of one invoice.
  const said = known === null ? details : { vat_id: vatId ?? undefined }
  return {
    entityId: run.entity.id,
    key: number,
    number,
    name: known?.name ?? name,
    details: JSON.stringify(said),
  }
}

/** Keeps the original of each invoice as evidence of what is owed. */
export async function attachOriginals(run: Run, record: ImportRecord, by: Doer): Promise<void> {
  if (record.format !== 'einvoice') return
  const doing = { organisationId: run.organisationId, by, at: run.at, owners: null }
  const { sha256, bytes, mediaType, fileName: name } = record
  for (const owner of await documents.selectInvoiced(run.tx, run)) {
    await attachEvidence(run.tx, doing, {
      ...owner,
      kind: 'invoice',
      isSigned: false,
      file: { sha256, bytes, mediaType, name },
    })
  }
}
