import { listTeamRows, readTeam } from '#contract/insight/team'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type Team = ReplyOf<typeof readTeam>
export type TeamSeller = Team['sellers'][number]
export type Matter = keyof TeamSeller['counts']

/** What can be helped with first comes first. */
export const matters = [
  'approvals_waiting',
  'conversations_unwritten',
  'tasks_untouched',
  'promises_broken',
  'mandates_ending',
] as const satisfies readonly Matter[]

export const teamOf = asking(readTeam, {})

export const teamRowsOf = (matter: Matter, sellerId: string | null) =>
  asking(listTeamRows, { query: { matter, seller: sellerId ?? 'none' } })

/** The same key for a seller and for what nobody has. */
export function keyOfSeller({ seller }: Pick<TeamSeller, 'seller'>): string {
  return seller?.id ?? 'none'
}

/** Whoever has more waiting is looked at first. */
export function byWaiting(a: TeamSeller, b: TeamSeller): number {
  return waitingOf(b) - waitingOf(a)
}

export function waitingOf({ counts }: TeamSeller): number {
  return matters.reduce((sum, matter) => sum + counts[matter], 0)
}
