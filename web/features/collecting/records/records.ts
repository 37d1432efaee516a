import { queryOptions } from '@tanstack/react-query'

import { listRecords, readRecord } from '#contract/collecting/desk/records'
import { previewRecord, readRecordDraft } from '#contract/collecting/desk/records/drafts'

import { call, type InputOf, type ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import type { Tone } from '../../../ui/Chip.tsx'

export type RecordRead = ReplyOf<typeof readRecord>
export type RecordDocument = RecordRead['document']
export type Beginning = ReplyOf<typeof readRecordDraft>
export type Draft = InputOf<typeof previewRecord>['body']

export const recordOf = (recordId: string) => asking(readRecord, { params: { recordId } })
export const recordsOf = (customerId: string) => asking(listRecords, { params: { customerId } })
export const beginningOf = (customerId: string) =>
  asking(readRecordDraft, { params: { customerId } })

/** Exactly what would be signed; asked again with every change of the draft. */
export const previewOf = (customerId: string, draft: Draft) =>
  queryOptions({
    queryKey: [previewRecord.url, { params: { customerId }, body: draft }] as const,
    queryFn: ({ signal }) => call(previewRecord, { params: { customerId }, body: draft }, signal),
    placeholderData: (before) => before,
  })

export const STATE_TONES: Readonly<Record<RecordRead['state'], Tone>> = {
  waiting: 'soon',
  // Green is for money that came.
  signed: 'brand',
  refused: 'act',
  withdrawn: 'plain',
  superseded: 'plain',
  overtaken: 'plain',
}
