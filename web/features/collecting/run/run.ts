import { REASON_CODES } from '#contract/collecting/gate'
import { listMessages } from '#contract/collecting/messages'
import { listEntries, listRuns, getRun, previewEntry } from '#contract/collecting/runs'
import { listEntities } from '#contract/ledger/legal-entities'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking, askingPages } from '../../../api/query.ts'

export type RunReport = ReplyOf<typeof getRun>
export type RunRow = ReplyOf<typeof listRuns>['rows'][number]
export type Entry = ReplyOf<typeof listEntries>['rows'][number]
export type Group = RunReport['plan']['groups'][number]
export type Decision = Group['decision']
export type EntryFilter = NonNullable<InputOf<typeof listEntries>['query']>

export const DECISIONS: readonly Decision[] = ['message', 'decision_needed', 'task', 'held']

const BUSY_MILLISECONDS = 1500

export const entities = asking(listEntities, {})

export function runsOf(legalEntityId: string) {
  return asking(listRuns, { query: { legalEntityId, limit: 30 } })
}

/** A run; asked again every moment while something is under way. */
export function runOf(id: string) {
  return {
    ...asking(getRun, { params: { id } }),
    refetchInterval: ({ state: { data } }: { state: { data: RunReport | undefined } }) =>
      data && isBusy(data) ? BUSY_MILLISECONDS : false,
  } as const
}

export function isBusy({ state }: Pick<RunReport, 'state'>): boolean {
  return state === 'planning' || state === 'sending'
}

export function entriesOf(id: string, query: EntryFilter) {
  return askingPages(listEntries, { params: { id }, query })
}

export function previewOf(id: string, entryId: string) {
  return asking(previewEntry, { params: { id, entryId } })
}

export function unknownOf(runId: string) {
  return asking(listMessages, { query: { runId, state: 'unknown' } })
}

/** What narrows the entries to those of a group. */
export function filterOf(group: Group): EntryFilter {
  const { decision, key } = group
  if (decision === 'held') {
    const reason = REASON_CODES.find((code) => code === key)
    return { decision, ...(reason ? { reason } : {}) }
  }
  return decision === 'decision_needed' ? { decision } : { decision, stepKey: key }
}
