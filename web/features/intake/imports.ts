import { getImport, listImportFindings, listImports } from '#contract/intake/imports'

import type { ReplyOf } from '../../api/call.ts'
import { type AskedKey, asking } from '../../api/query.ts'

export type ImportDetail = ReplyOf<typeof getImport>
export type ImportRow = ReplyOf<typeof listImports>['rows'][number]
export type Inspection = NonNullable<ImportDetail['inspection']>
export type Column = Inspection['columns'][number]
export type Difference = NonNullable<ImportDetail['difference']>
export type Finding = ReplyOf<typeof listImportFindings>['rows'][number]

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

const FINDINGS = 100

/** What is wrong with a file in the state that it is in: another state, other findings. */
export function findingsOf({ id, state, errors }: ImportDetail) {
  const asked = asking(listImportFindings, {
    params: { importId: id },
    query: { limit: FINDINGS },
  })
  const [url, input] = asked.queryKey
  return { ...asked, queryKey: [url, { input, state, errors }] as AskedKey }
}
