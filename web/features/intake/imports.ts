import { getImport, listImportFindings, listImports } from '#contract/intake/imports'

import type { InputOf, ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'

export type ImportDetail = ReplyOf<typeof getImport>
export type ImportRow = ReplyOf<typeof listImports>['rows'][number]
export type Inspection = NonNullable<ImportDetail['inspection']>
export type Column = Inspection['columns'][number]
export type Difference = NonNullable<ImportDetail['difference']>
export type Finding = ReplyOf<typeof listImportFindings>['rows'][number]
export type FindingFilter = NonNullable<InputOf<typeof listImportFindings>['query']>

const BUSY = new Set<ImportRow['state']>(['reading', 'comparing', 'applying'])
const BUSY_MILLISECONDS = 1000

export function isBusy({ state }: Pick<ImportRow, 'state'>): boolean {
  return BUSY.has(state)
}

/** The files that came in; asked again every moment while one is being worked on. */
export const imports = {
  ...asking(listImports, { query: { limit: 50 } }),
  refetchInterval: ({ state: { data } }: { state: { data: { rows: ImportRow[] } | undefined } }) =>
    data?.rows.some(isBusy) ? BUSY_MILLISECONDS : (false as const),
}

export function importOf(importId: string) {
  return {
    ...asking(getImport, { params: { importId } }),
    refetchInterval: ({ state: { data } }: { state: { data: ImportDetail | undefined } }) =>
      data && isBusy(data) ? BUSY_MILLISECONDS : (false as const),
  }
}

export function findingsOf(importId: string, query: FindingFilter) {
  return asking(listImportFindings, { params: { importId }, query })
}
