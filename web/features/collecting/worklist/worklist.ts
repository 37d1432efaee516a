import { listWorklist } from '#contract/collecting/desk/worklist'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { askingPages } from '../../../api/query.ts'
import type { Member } from '../../../api/session.ts'

export type WorklistRow = ReplyOf<typeof listWorklist>['rows'][number]

export const sorts = ['matters', 'amount', 'oldest', 'name'] as const
export const shows = ['open', 'done', 'snoozed'] as const
export const whoses = ['mine', 'all'] as const

/** The address of the worklist says everything about it. */
export type WorklistSearch = {
  readonly sort?: (typeof sorts)[number]
  readonly show?: (typeof shows)[number]
  readonly whose?: (typeof whoses)[number]
  /** On a phone: the customer whose brief covers the list. */
  readonly customer?: string
  /** Whom somebody has just spoken to: the one after them is next. */
  readonly after?: string
}

function one<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value)
}

/** Back from a brief to the list. */
export function withoutCustomer(search: WorklistSearch): WorklistSearch {
  return worklistSearch({ ...search, customer: undefined })
}

export function worklistSearch(search: Readonly<Record<string, unknown>>): WorklistSearch {
  const sort = one(sorts, search['sort'])
  const show = one(shows, search['show'])
  const whose = one(whoses, search['whose'])
  const { customer, after } = search
  return {
    ...(sort && { sort }),
    ...(show && { show }),
    ...(whose && { whose }),
    ...(typeof customer === 'string' && { customer }),
    ...(typeof after === 'string' && { after }),
  }
}

/** Collectors see their own customers first; whoever collects from nobody sees all. */
export function whoseOf(search: WorklistSearch, member: Member): (typeof whoses)[number] {
  return search.whose ?? (member.roles.includes('collector') ? 'mine' : 'all')
}

export function worklistOf(search: WorklistSearch, member: Member) {
  const query: InputOf<typeof listWorklist>['query'] = {
    show: search.show ?? 'open',
    sort: search.sort ?? 'matters',
    ...(whoseOf(search, member) === 'mine' ? { collector: member.person.id } : {}),
  }
  return askingPages(listWorklist, { query })
}
