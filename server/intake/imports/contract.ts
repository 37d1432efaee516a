import * as z from 'zod'

import { Id, Instant, Money, pageOf, refusals } from '../../http/contract.ts'
import { FIELD_CODES } from '../tables/contract.ts'
import {
  CHANGE_KINDS,
  CHANGE_SUBJECTS,
  DATE_ORDERS,
  DECIMAL_SIGNS,
  EVIDENCE_KINDS,
  FINDING_CODES,
  IMPORT_STATES,
  SEVERITIES,
  TABLE_KINDS,
} from './codes/contract.ts'
import {
  Choices,
  Count,
  Finding,
  ImportDetail,
  ImportRow,
  Line,
  Position,
} from './shapes/contract.ts'

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
