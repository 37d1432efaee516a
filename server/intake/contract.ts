import * as z from 'zod'

import { Currency, Day, Id, Instant, Money, pageOf, refusals } from '../http/contract.ts'
import { FIELD_CODES, TABLE_FINDING_CODES } from './tables/contract.ts'

export { FIELD_CODES, TABLE_FINDING_CODES }

/** What can be wrong when a row meets the ledger, with the details of its sentence. */
export const IMPORT_FINDING_CODES = [
  'amount_missing',
  'issue_date_missing',
  'due_date_assumed',
  'due_before_issue',
  'open_exceeds_total',
  'sign_contradicts_kind',
  'document_kind_unknown',
  'currency_missing',
  'entity_unknown',
  'customer_without_name',
  'customer_name_varies',
  'parent_unknown',
  'owner_unknown',
  'collector_unknown',
  'language_unknown',
  'country_unknown',
  'time_zone_unknown',
  'email_invalid',
  'phone_invalid',
  'terms_unknown',
  'credit_limit_invalid',
  'number_repeats',
  'document_lines_repeat',
  'document_of_other_customer',
  'payment_without_customer',
  'payment_invoice_unknown',
  'payment_exceeds_invoice',
  'payment_other_currency',
  'payment_date_missing',
  'settled_by_feed',
  'reopened_by_feed',
  'total_below_settled',
  'documents_gone',
  'settled_although_open',
  'evidence_unmatched',
  'evidence_matches_several',
  'entity_of_invoice_differs',
  'text_cut',
] as const

/** Of e-invoices; server/intake/einvoices has them without the prefix, with their details. */
export const EINVOICE_FINDING_CODES = [
  'einvoice_empty_file',
  'einvoice_file_too_large',
  'einvoice_not_an_einvoice',
  'einvoice_format_not_supported',
  'einvoice_bank_statement',
  'einvoice_xml_damaged',
  'einvoice_xml_cut_off',
  'einvoice_xml_entities_refused',
  'einvoice_xml_too_complex',
  'einvoice_encoding_unknown',
  'einvoice_encoding_guessed',
  'einvoice_pdf_without_invoice',
  'einvoice_pdf_encrypted',
  'einvoice_pdf_damaged',
  'einvoice_pdf_attachment_unreadable',
  'einvoice_pdf_several_invoices',
  'einvoice_number_missing',
  'einvoice_issue_date_missing',
  'einvoice_currency_missing',
  'einvoice_currency_unknown',
  'einvoice_currency_mixed',
  'einvoice_amount_missing',
  'einvoice_amount_unreadable',
  'einvoice_amount_too_precise',
  'einvoice_totals_differ',
  'einvoice_date_unreadable',
  'einvoice_due_date_missing',
  'einvoice_due_date_before_issue',
  'einvoice_instalments_do_not_add_up',
  'einvoice_buyer_missing',
  'einvoice_seller_missing',
  'einvoice_test_invoice',
  'einvoice_not_a_claim',
  'einvoice_corrects_another',
  'einvoice_negative_credit_note',
  'einvoice_negative_invoice',
  'einvoice_paid_already',
  'einvoice_number_twice',
  'einvoice_attachment_left_out',
] as const

export const FINDING_CODES = [
  ...TABLE_FINDING_CODES,
  ...IMPORT_FINDING_CODES,
  ...EINVOICE_FINDING_CODES,
] as const

export const REFUSAL_CODES = [
  'no_such_import',
  'no_such_mapping',
  'no_such_receivable',
  'no_such_line',
  'no_file_in_request',
  'file_too_large',
  'no_such_legal_entity',
  'import_not_ready',
  'import_already_applied',
  'import_has_errors',
  'import_is_running',
  'mapping_lacks_field',
  'mapping_field_twice',
  'mapping_has_no_such_column',
  'complete_list_needs_open_items',
  'receivable_of_other_entity',
] as const

export const IMPORT_STATES = [
  /** Uploaded; being looked at. */
  'reading',
  /** Waits for somebody to confirm what the columns mean. */
  'to_map',
  'comparing',
  /** The difference to today's ledger is known; waits for the word. */
  'to_apply',
  'applying',
  'applied',
  /** Evidence that no document number was found for. */
  'to_match',
  /** The file cannot be read; its findings say why. */
  'refused',
  /** Something of ours went wrong; nothing was changed. */
  'failed',
  'cancelled',
] as const

export const IMPORT_FORMATS = ['csv', 'xlsx', 'einvoice', 'evidence', 'unknown'] as const
export const TABLE_KINDS = ['customers', 'contacts', 'receivables', 'payments', 'combined'] as const
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export const DECIMAL_SIGNS = ['.', ','] as const
export const SEVERITIES = ['error', 'warning', 'info'] as const
export const CHANGE_KINDS = ['new', 'changed', 'gone'] as const
export const CHANGE_SUBJECTS = ['customer', 'contact', 'receivable', 'payment'] as const
/** What becomes of documents that an earlier file of the source had and this one has not. */
export const GONE_CHOICES = ['flag', 'settle'] as const
export const EVIDENCE_KINDS = ['invoice', 'order', 'delivery_note', 'contract', 'other'] as const
export const EVENT_NAMES = [
  'import.uploaded',
  'import.mapped',
  'import.corrected',
  'import.applied',
  'import.cancelled',
  'mapping.forgotten',
  'evidence.attached',
  'receivable.vanished',
  'receivable.returned',
] as const

const Count = z.int().min(0)
const Position = z.int().min(0).max(511)
const Line = z.int().min(1)

export const Finding = z.object({
  severity: z.enum(SEVERITIES),
  code: z.enum(FINDING_CODES),
  line: z.int().nullable(),
  /** The heading of the column. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

const Column = z.object({
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
const FileTotal = z.object({
  column: z.string(),
  field: z.enum(FIELD_CODES),
  currency: Currency.nullable(),
  count: Count,
  sum: z.string(),
})

/** What we saw in the file. */
const Inspection = z.object({
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
const Choices = z.object({
  /** For amounts that name no currency; the legal entity's until chosen. */
  currency: Currency,
  /** The file lists every open item: what it lacks is gone. */
  isComplete: z.boolean(),
  gone: z.enum(GONE_CHOICES),
  /** The instant at which the file was made, for the as-of line; the upload until chosen. */
  ledgerSyncedAt: Instant,
  /** Payments up to this day are in the file; null when it does not tell. */
  paymentsUntil: Day.nullable(),
  /** The value of the file's entity column → one of our legal entities. */
  entities: z.record(z.string(), Id),
})

/** Files, and what became of them in the ledger: equal, or the difference is shown. */
const Control = z.object({
  currency: Currency,
  field: z.enum(FIELD_CODES),
  file: z.object({ count: Count, amount: Money }),
  read: z.object({ count: Count, amount: Money }),
  rejected: z.object({ count: Count }),
  /** Cents that rounding amounts of too many decimals adds or takes. */
  rounding: z.string(),
  isReconciled: z.boolean(),
})

const Tally = z.object({ new: Count, changed: Count, same: Count, gone: Count, rejected: Count })

const Difference = z.object({
  customers: Tally,
  contacts: Tally,
  receivables: Tally,
  payments: Tally,
  /** Open amounts of the legal entity per currency: before, what the file changes, after. */
  open: z.array(z.object({ before: Money, after: Money })),
  controls: z.array(Control),
})

const ImportRow = z.object({
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

const ImportDetail = ImportRow.extend({
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

const ImportParams = z.object({ importId: Id })

/**
 * Multipart: one or more parts of kind file. Tables, e-invoices (XML and PDF) and evidence PDFs may
 * be mixed; each file becomes one import that goes its own way.
 */
export const uploadFiles = {
  method: 'POST',
  url: '/imports',
  permission: 'imports.apply',
  summary: 'Upload files; each is looked at and, if it is a table, waits for its mapping',
  schema: {
    querystring: z.object({
      legalEntityId: Id,
      /** The system that the files come from; files of one source replace one another. */
      source: z.string().trim().min(1).max(120).optional(),
      evidenceKind: z.enum(EVIDENCE_KINDS).default('invoice'),
    }),
    response: {
      202: z.object({ imports: z.array(z.object({ id: Id, fileName: z.string() })) }),
      ...refusals,
    },
  },
} as const

export const listImports = {
  method: 'GET',
  url: '/imports',
  permission: 'imports.read',
  summary: 'Files that came in, newest first',
  schema: {
    querystring: z.object({
      state: z.enum(IMPORT_STATES).optional(),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: { 200: pageOf(ImportRow), ...refusals },
  },
} as const

export const getImport = {
  method: 'GET',
  url: '/imports/:importId',
  permission: 'imports.read',
  summary: 'One file: what we saw, the mapping, the difference, how far it is',
  schema: { params: ImportParams, response: { 200: ImportDetail, ...refusals } },
} as const

/** Confirms or changes the mapping and starts the comparison with the ledger. */
export const mapImport = {
  method: 'PUT',
  url: '/imports/:importId/mapping',
  permission: 'imports.apply',
  summary: 'Say what the columns mean; the file is then compared with the ledger',
  schema: {
    params: ImportParams,
    body: z.object({
      kind: z.enum(TABLE_KINDS),
      columns: z
        .array(
          z.object({
            position: Position,
            field: z.enum(FIELD_CODES).nullable(),
            dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
            decimal: z.enum(DECIMAL_SIGNS).nullable().default(null),
          }),
        )
        .max(512),
      choices: Choices.partial().default({}),
      /** Use this mapping by itself for the next file with the same headings. */
      remember: z.boolean().default(true),
    }),
    response: { 202: ImportDetail, ...refusals },
  },
} as const

export const listImportChanges = {
  method: 'GET',
  url: '/imports/:importId/changes',
  permission: 'imports.read',
  summary: 'What the file would change, by subject and kind; at most the first thousand of each',
  schema: {
    params: ImportParams,
    querystring: z.object({
      kind: z.enum(CHANGE_KINDS).optional(),
      subject: z.enum(CHANGE_SUBJECTS).optional(),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: {
      200: pageOf(
        z.object({
          subject: z.enum(CHANGE_SUBJECTS),
          kind: z.enum(CHANGE_KINDS),
          line: z.int().nullable(),
          number: z.string(),
          name: z.string(),
          /** Field → what it was and what it becomes; amounts are Money, the rest text. */
          fields: z.array(
            z.object({
              field: z.string(),
              before: z.union([z.string(), Money]).nullable(),
              after: z.union([z.string(), Money]).nullable(),
            }),
          ),
        }),
      ),
      ...refusals,
    },
  },
} as const

export const listImportFindings = {
  method: 'GET',
  url: '/imports/:importId/findings',
  permission: 'imports.read',
  summary: 'What is wrong or worth knowing, by line',
  schema: {
    params: ImportParams,
    querystring: z.object({
      severity: z.enum(SEVERITIES).optional(),
      code: z.enum(FINDING_CODES).optional(),
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: {
      200: z.object({
        rows: z.array(Finding.extend({ id: Id, isCorrected: z.boolean() })),
        next: z.string().nullable(),
        counts: z.array(
          z.object({ severity: z.enum(SEVERITIES), code: z.enum(FINDING_CODES), count: Count }),
        ),
      }),
      ...refusals,
    },
  },
} as const

/** A line of the file as it stands, with corrections: to show and mend it whole. */
export const getImportLine = {
  method: 'GET',
  url: '/imports/:importId/lines/:line',
  permission: 'imports.read',
  summary: 'One line of the file, cell by cell',
  schema: {
    params: ImportParams.extend({ line: z.coerce.number().int().min(1) }),
    response: {
      200: z.object({
        line: Line,
        isLeftOut: z.boolean(),
        cells: z.array(
          z.object({
            position: Position,
            heading: z.string(),
            field: z.enum(FIELD_CODES).nullable(),
            text: z.string(),
            corrected: z.string().nullable(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

/** The file itself is never changed; corrections are kept beside it and the comparison runs again. */
export const correctImport = {
  method: 'POST',
  url: '/imports/:importId/corrections',
  permission: 'imports.apply',
  summary: 'Correct cells in place, or leave lines out, and compare again',
  schema: {
    params: ImportParams,
    body: z.object({
      corrections: z
        .array(
          z.discriminatedUnion('kind', [
            z.object({
              kind: z.literal('cell'),
              line: Line,
              position: Position,
              text: z.string().max(2_000),
            }),
            z.object({ kind: z.literal('leave_out'), line: Line }),
            z.object({ kind: z.literal('undo'), line: Line }),
          ]),
        )
        .min(1)
        .max(1_000),
    }),
    response: { 202: ImportDetail, ...refusals },
  },
} as const

/** All or nothing, unless goodRows leaves the rejected rows out. */
export const applyImport = {
  method: 'POST',
  url: '/imports/:importId/application',
  permission: 'imports.apply',
  summary: 'Take the file into the ledger',
  schema: {
    params: ImportParams,
    body: z.object({ goodRows: z.boolean().default(false) }),
    response: { 202: ImportDetail, ...refusals },
  },
} as const

export const cancelImport = {
  method: 'POST',
  url: '/imports/:importId/cancellation',
  permission: 'imports.apply',
  summary: 'Stop; what has not been applied never will be',
  schema: { params: ImportParams, response: { 200: ImportDetail, ...refusals } },
} as const

/** Attaches an unmatched PDF to the document that a person names. */
export const matchEvidence = {
  method: 'POST',
  url: '/imports/:importId/match',
  permission: 'evidence.add',
  summary: 'Say which document a PDF belongs to',
  schema: {
    params: ImportParams,
    body: z.object({ receivableId: Id, kind: z.enum(EVIDENCE_KINDS).default('invoice') }),
    response: { 200: ImportDetail, ...refusals },
  },
} as const

/** text/csv: the rejected rows as they came, with the reason of each; formulas are defused. */
export const downloadRejectedRows = {
  method: 'GET',
  url: '/imports/:importId/rejected.csv',
  permission: 'imports.read',
  summary: 'The rows that were not taken, with their reasons, as CSV',
  schema: { params: ImportParams, response: { 200: z.string(), ...refusals } },
} as const

export const listMappings = {
  method: 'GET',
  url: '/import-mappings',
  permission: 'imports.read',
  summary: 'Mappings that are remembered, by the headings they fit',
  schema: {
    response: {
      200: z.object({
        mappings: z.array(
          z.object({
            id: Id,
            legalEntityId: Id,
            kind: z.enum(TABLE_KINDS),
            headings: z.array(z.string()),
            usedAt: Instant,
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const

export const forgetMapping = {
  method: 'DELETE',
  url: '/import-mappings/:mappingId',
  permission: 'imports.apply',
  summary: 'Forget a mapping; the next such file asks again',
  schema: {
    params: z.object({ mappingId: Id }),
    response: { 200: z.object({}), ...refusals },
  },
} as const

/** Where facts come from and how far they are known: the as-of line, source by source. */
export const listSources = {
  method: 'GET',
  url: '/sources',
  permission: 'imports.read',
  summary: 'Sources with their watermarks',
  schema: {
    response: {
      200: z.object({
        sources: z.array(
          z.object({
            id: Id,
            name: z.string(),
            kind: z.string(),
            legalEntityId: Id,
            ledgerSyncedAt: Instant.nullable(),
            paymentsUntil: Day.nullable(),
            lastImportId: Id.nullable(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const
