import * as z from 'zod'

import { Currency, Day, Id, Instant, Money } from '../../../http/contract.ts'
import { FIELD_CODES } from '../../tables/contract.ts'
import {
  DATE_ORDERS,
  DECIMAL_SIGNS,
  FINDING_CODES,
  GONE_CHOICES,
  IMPORT_FORMATS,
  IMPORT_STATES,
  SEVERITIES,
  TABLE_KINDS,
} from '../codes/contract.ts'

export const Count = z.int().min(0)
export const Position = z.int().min(0).max(511)
export const Line = z.int().min(1)

export const Finding = z.object({
  severity: z.enum(SEVERITIES),
  code: z.enum(FINDING_CODES),
  line: z.int().nullable(),
  /** The heading of the column. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const Column = z.object({
  position: Position,
  heading: z.string(),
  /** A, B, … as in a spreadsheet. */
  letter: z.string(),
  field: z.enum(FIELD_CODES).nullable(),
  /** 0 to 1: how sure the guess is; 1 when a person said so or it was remembered. */
  confidence: z.number(),
  origin: z.enum(['guessed', 'remembered', 'chosen']),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  decimal: z.enum(DECIMAL_SIGNS).nullable(),
  isAmbiguous: z.boolean(),
  /** Three real values, aligned: row i of every column is the same row of the file. */
  samples: z.array(z.string()),
  filled: Count,
})

/** Sums as plain decimals, because a file without currencies has no minor units. */
export const FileTotal = z.object({
  column: z.string(),
  field: z.enum(FIELD_CODES),
  currency: Currency.nullable(),
  count: Count,
  sum: z.string(),
})

/** What we saw in the file. */
export const Inspection = z.object({
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  quote: z.string().nullable(),
  decimal: z.enum(DECIMAL_SIGNS).nullable(),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  headerLine: z.int().nullable(),
  preamble: z.array(z.string()),
  kind: z.enum(TABLE_KINDS).nullable(),
  columns: z.array(Column),
  rowCount: Count,
  totals: z.array(FileTotal),
  /** Of e-invoices: one line a document. */
  documents: z.array(
    z.object({
      kind: z.enum(['invoice', 'credit_note']),
      number: z.string().nullable(),
      buyer: z.string().nullable(),
      issueDate: Day.nullable(),
      dueDate: Day.nullable(),
      currency: Currency.nullable(),
      payable: z.string().nullable(),
    }),
  ),
})

/** What only a person can know about a file; every field has a sensible start. */
export const Choices = z.object({
  /** For amounts that name no currency; the legal entity's until chosen. */
  currency: Currency,
  /** The file lists every open item: what it lacks is gone. */
  isComplete: z.boolean(),
  gone: z.enum(GONE_CHOICES),
  /** The instant at which the file was made, for the as-of line; the upload until chosen. */
  ledgerSyncedAt: Instant,
  /** Payments up to this day are in the file; null leaves it to what the file shows. */
  paymentsUntil: Day.nullable(),
  /** The value of the file's entity column → one of our legal entities. */
  entities: z.record(z.string(), Id),
})

/** Files, and what became of them in the ledger: equal, or the difference is shown. */
export const Control = z.object({
  currency: Currency,
  field: z.enum(FIELD_CODES),
  file: z.object({ count: Count, amount: Money }),
  read: z.object({ count: Count, amount: Money }),
  rejected: z.object({ count: Count }),
  /** Cents that rounding amounts of too many decimals adds or takes. */
  rounding: z.string(),
  isReconciled: z.boolean(),
})

export const Tally = z.object({
  new: Count,
  changed: Count,
  same: Count,
  gone: Count,
  rejected: Count,
})

export const Difference = z.object({
  customers: Tally,
  contacts: Tally,
  receivables: Tally,
  payments: Tally,
  /** Open amounts of the legal entity per currency: before, what the file changes, after. */
  open: z.array(z.object({ before: Money, after: Money })),
  controls: z.array(Control),
})

export const ImportRow = z.object({
  id: Id,
  state: z.enum(IMPORT_STATES),
  format: z.enum(IMPORT_FORMATS),
  kind: z.enum(TABLE_KINDS).nullable(),
  fileName: z.string(),
  bytes: Count,
  legalEntityId: Id,
  source: z.object({ id: Id, name: z.string() }),
  uploadedAt: Instant,
  uploadedBy: z.string().nullable(),
  appliedAt: Instant.nullable(),
  rowCount: Count.nullable(),
  errors: Count,
  warnings: Count,
  /** What the running phase has done of what there is; the same while nothing runs. */
  progress: z.object({ rows: Count, ofRows: Count.nullable() }),
})

export const ImportDetail = ImportRow.extend({
  inspection: Inspection.nullable(),
  choices: Choices,
  /** True when the mapping was remembered from a file with the same headings. */
  isRemembered: z.boolean(),
  difference: Difference.nullable(),
  /** 'good_rows' when rejected rows were left out on purpose. */
  appliedAs: z.enum(['whole', 'good_rows']).nullable(),
  /** Of evidence: where it was attached. */
  attachedTo: z
    .object({ receivableId: Id, number: z.string(), customerName: z.string() })
    .nullable(),
  /** Of a failed import: what to tell support. */
  failure: z.string().nullable(),
})
