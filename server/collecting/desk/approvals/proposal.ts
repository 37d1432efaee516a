import type * as z from 'zod'

import type { Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { KeptProposal } from './contract.ts'

export type Proposal = z.output<typeof KeptProposal>

/** Reads a kept proposal; a row that is none is a fault of ours. */
export function proposalFrom(kept: unknown): Proposal {
  return KeptProposal.parse(kept)
}

/** What is asked for: how much, until when, in how many parts. */
export function gistOf(proposal: Proposal): { amount: Money; until: Day; instalments: number } {
  if ('promise' in proposal) {
    const { amount, promisedFor } = proposal.promise
    return { amount, until: promisedFor, instalments: 1 }
  }
  const { currency, instalments } = proposal
  const minor = instalments.reduce((sum, one) => sum + one.minor, 0)
  const last = instalments.at(-1)
  if (!last) throw new Error('a plan has instalments')
  return { amount: { minor, currency }, until: last.dueOn, instalments: instalments.length }
}

/** The instalments that are asked for; none for a promise. */
export function partsOf(proposal: Proposal): { readonly dueOn: Day; readonly amount: Money }[] {
  if ('promise' in proposal) return []
  const { currency, instalments } = proposal
  return instalments.map(({ dueOn, minor }) => ({ dueOn, amount: { minor, currency } }))
}
