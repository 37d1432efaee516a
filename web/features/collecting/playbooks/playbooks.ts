import {
  checkPlaybook,
  getPlaybook,
  getVersion,
  listVersions,
} from '#contract/collecting/playbooks'
import {
  draftEffect,
  listPlaybooks,
  playbookExample,
  previewSegment,
} from '#contract/collecting/what-if'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type PlaybookRow = ReplyOf<typeof listPlaybooks>['rows'][number]
export type Playbook = ReplyOf<typeof getPlaybook>
export type PlaybookVersion = ReplyOf<typeof listVersions>['rows'][number]
export type Content = InputOf<typeof checkPlaybook>['body']['content']
export type Step = Content['steps'][number]
export type Segment = Content['segment']
export type Lane = Step['lane']
export type Channel = Step['channel']
export type Finding = Playbook['findings'][number]
export type Example = ReplyOf<typeof playbookExample>

export const LANES = ['seller', 'finance', 'legal'] as const satisfies readonly Lane[]
export const CHANNELS = ['email', 'sms', 'letter', 'call', 'visit', 'notice'] as const
export const MESSAGE_CHANNELS: readonly Channel[] = ['email', 'sms', 'letter']

export const playbooks = asking(listPlaybooks, {})

export function playbookOf(id: string) {
  return asking(getPlaybook, { params: { id } })
}

export function versionsOf(id: string) {
  return asking(listVersions, { params: { id } })
}

export function versionOf(id: string, version: number) {
  return asking(getVersion, { params: { id, version } })
}

export function effectOf(id: string) {
  return asking(draftEffect, { params: { id } })
}

/** What is wrong with a content that may not be saved yet. */
export function findingsOf(content: Content) {
  return {
    ...asking(checkPlaybook, { body: { content } }),
    placeholderData: (before: ReplyOf<typeof checkPlaybook> | undefined) => before,
  }
}

export function segmentOf(segment: Segment) {
  return {
    ...asking(previewSegment, { body: { segment } }),
    placeholderData: (before: ReplyOf<typeof previewSegment> | undefined) => before,
  }
}

export function exampleOf(content: Content, customerId: string | null) {
  return {
    ...asking(playbookExample, {
      body: { content, ...(customerId === null ? {} : { customerId }) },
    }),
    placeholderData: (before: Example | undefined) => before,
  }
}

/** What a new playbook begins with: nobody in particular, and no step yet. */
export const EMPTY: Content = {
  segment: {
    segment: null,
    countries: [],
    tags: [],
    legalForms: [],
    ownerIds: [],
    owedAtLeast: {},
  },
  priority: 0,
  steps: [],
  progression: 'highest_due',
  catchUp: { kind: 'highest_due' },
  minimumGapDays: null,
  decisionAfterDays: 14,
  decisionWithinDays: 5,
  sendAt: '08:30',
}
