import * as z from 'zod'

import { Language, refusals } from '../../http/contract.ts'
import { readAgeing } from '../ageing/contract.ts'
import { totalCustomers } from '../customers/contract.ts'
import { listAllocations, listOpenItems, listReceivables } from '../receivables/contract.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const

const Form = {
  format: z.enum(EXPORT_FORMATS).default('csv'),
  /** Of the column heads; the reader's own when left out. */
  language: Language.optional(),
}

/** Answers a file: text/csv (UTF-8 with BOM) or a workbook. */
const file = { 200: z.any(), ...refusals }

export const exportCustomers = {
  method: 'GET',
  url: '/exports/customers',
  permission: 'exports.make',
  summary: 'The customers that the filters find, with what they owe per currency, as a file.',
  schema: {
    querystring: totalCustomers.schema.querystring.extend(Form),
    response: file,
  },
} as const

export const exportOpenItems = {
  method: 'GET',
  url: '/exports/open-items',
  permission: 'exports.make',
  summary: 'The open items that the filters find, as a file.',
  schema: {
    querystring: listOpenItems.schema.querystring.omit({ cursor: true, limit: true }).extend(Form),
    response: file,
  },
} as const

export const exportReceivables = {
  method: 'GET',
  url: '/exports/receivables',
  permission: 'exports.make',
  summary: 'Documents by the day of issue, as a file: the rows behind a figure of sales.',
  schema: {
    querystring: listReceivables.schema.querystring
      .omit({ cursor: true, limit: true })
      .extend(Form),
    response: file,
  },
} as const

export const exportAllocations = {
  method: 'GET',
  url: '/exports/allocations',
  permission: 'exports.make',
  summary: 'Money and credit set against invoices, as a file: the rows behind what was collected.',
  schema: {
    querystring: listAllocations.schema.querystring
      .omit({ cursor: true, limit: true })
      .extend(Form),
    response: file,
  },
} as const

export const exportAgeing = {
  method: 'GET',
  url: '/exports/ageing',
  permission: 'exports.make',
  summary: 'The ageing table as a file.',
  schema: { querystring: readAgeing.schema.querystring.extend(Form), response: file },
} as const
