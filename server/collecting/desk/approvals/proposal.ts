import * as z from 'zod'

import { Currency, Day as DayShape, Id } from '../../../http/contract.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { PromiseProposal } from './contract.ts'

/** A proposal as it is kept: who said it is encrypted. */
const Kept = z.union([
  z.object({ promise: PromiseProposal }),
  z.object({
    planId: Id,
    currency: Currency,
    instalments: z.array(z.object({ dueOn: DayShape, minor: z.int() })).min(1),
  }),
])

export type Proposal = z.output<typeof Kept>

/** Reads a kept proposal; a row that is none is a fault of ours. */
export function proposalFrom(kept: unknown): Proposal {
  return Kept.parse(kept)
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
