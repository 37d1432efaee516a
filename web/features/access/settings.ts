import { getOrganisation, listMySessions, listPeople, listTeams } from '#contract/access'

import type { ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'

export type Person = ReplyOf<typeof listPeople>['people'][number]
export type Team = ReplyOf<typeof listTeams>['teams'][number]
export type Session = ReplyOf<typeof listMySessions>['sessions'][number]
export type OrganisationReply = ReplyOf<typeof getOrganisation>

export const organisation = asking(getOrganisation, {})
export const people = asking(listPeople, {})
export const teams = asking(listTeams, {})
export const sessions = asking(listMySessions, {})
