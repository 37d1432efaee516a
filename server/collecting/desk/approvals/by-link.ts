import type { Transaction } from '../../../database/database.ts'
import type { Day, Instant } from '../../../kernel/day.ts'
import type { Money } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { deskByLink, type Linked } from '../by-link/desk.ts'
import type { Desk } from '../common/desk.ts'
import type { Beyond } from '../mandates/rules.ts'
import { decideWithin } from './approvals.ts'
import { gistOf, partsOf, proposalFrom } from './proposal.ts'
import { refusalOfDeciding } from './rules.ts'
import * as store from './store.ts'

/** What whoever may decide a request is shown of it, in the mail and behind its link. */
export type ShownApproval = {
  readonly id: string
  readonly organisationName: string
  readonly customerName: string
  readonly kind: 'promise' | 'plan'
  readonly amount: Money
  readonly until: Day
  /** The instalments of a plan; none for a promise. */
  readonly parts: readonly { readonly dueOn: Day; readonly amount: Money }[]
  readonly overdue: readonly Money[]
  readonly brokenPromises: number
  readonly insurer: string
  readonly beyond: readonly Beyond[]
  readonly note: string
  readonly askerName: string
  readonly expiresAt: Instant
  readonly timeZone: string
  readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'expired'
  readonly decider: { readonly name: string; readonly isReader: boolean } | null
  readonly decidedAt: Instant | null
  readonly decisionNote: string
  /** Why the reader cannot decide it now; null when they can. */
  readonly refusal: ReturnType<typeof refusalOfDeciding>
}

/** The request that a link is about, as its reader may see it now. */
export async function approvalByLink(
  tx: Transaction,
  world: World,
  link: Linked,
): Promise<ShownApproval> {
  return visibleOn(await deskByLink(tx, world, link), link)
}

/** Somebody else's customer is none that may be told of. */
async function visibleOn(desk: Desk, { subject, language }: Linked): Promise<ShownApproval> {
  const shown = await shownApproval(desk, subject.id)
  if (!shown) throw new Refusal('gone', 'link_revoked', { language })
  return shown
}

/** Decides in the transaction that takes the link's use, with the right that its reader has now. */
export async function decideByLink(
  tx: Transaction,
  world: World,
  link: Linked,
  decision: { readonly decision: 'approved' | 'refused'; readonly note: string },
): Promise<void> {
  const desk = await deskByLink(tx, world, link)
  await visibleOn(desk, link)
  await decideWithin(desk, link.subject.id, { ...decision, how: 'link' })
}

/** A request as the person of a desk sees it; null when its customer is none of theirs. */
export async function shownApproval(desk: Desk, id: string): Promise<ShownApproval | null> {
  const { tx, actor, organisation, now } = desk
  const one = { id, organisationId: organisation.id, owners: actor.owners, after: null, limit: 1 }
  const [row] = await store.selectApprovals(tx, one, desk.today)
  if (!row) return null
  const proposal = proposalFrom(row.proposal)
  const { amount, until } = gistOf(proposal)
  const { customerName, beyond, note, expiresAt, state, decidedAt, decisionNote, insurer } = row
  const isReader = row.decidedById === actor.personId
  return {
    id,
    customerName,
    beyond,
    note,
    expiresAt,
    state,
    decidedAt,
    decisionNote,
    insurer,
    amount,
    until,
    ...(await store.selectBackground(tx, row.customerId)),
    kind: 'planId' in proposal ? 'plan' : 'promise',
    parts: partsOf(proposal),
    askerName: row.askedByName ?? '',
    decider: row.decidedByName === null ? null : { name: row.decidedByName, isReader },
    refusal: refusalOfDeciding(row, actor, now),
  }
}
