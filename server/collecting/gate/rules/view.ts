import type { Day } from '../../../kernel/day.ts'
import { isBeforeDue, isForAmounts, ladderOf, type Rung } from '../../playbooks/rules/ladder.ts'
import type { Chosen, SegmentFacts } from '../../playbooks/rules/segment.ts'
import { type Account, payablesOf } from './amounts.ts'
import type { CustomerFacts, GateContext, ItemFact } from './facts.ts'
import { blocksOf, disputedOf, type ItemBlock } from './items.ts'
import { type Standing, standingsOf } from './standing.ts'

/** A customer seen through their playbook on one day. */
export type View = {
  readonly facts: CustomerFacts
  readonly context: GateContext
  readonly chosen: Chosen
  readonly account: Account
  /** Every rung, and those that are for this customer's amounts today. */
  readonly ladder: readonly Rung[]
  readonly applicable: readonly Rung[]
  readonly standings: readonly Standing[]
  readonly blocks: ReadonlyMap<string, readonly ItemBlock[]>
  /** Past due and asked for: undisputed, unpromised, not held. */
  readonly overdue: readonly Standing[]
  readonly gapDays: number
}

export function viewOf(facts: CustomerFacts, chosen: Chosen, context: GateContext): View {
  const { content, id } = chosen.playbook
  const { day, policy } = context
  const ladder = laddersOf(content)
  const disputed = disputedOf(facts.items, facts.disputes)
  const account = { items: facts.items, unapplied: facts.unapplied, disputed }
  const blocks = Map.groupBy(blocksOf(facts, disputed, context, day), ({ itemId }) => itemId)
  const standings = standingsOf(facts, id, ladder)
  const overdue = standings.filter(({ item }) => isOverdue(item, day) && !blocks.has(item.id))
  const amounts = amountsOf(account, overdue)
  return {
    facts,
    context,
    chosen,
    account,
    ladder,
    applicable: ladder.filter(({ step }) =>
      isBeforeDue(step) ? overdue.length === 0 : amounts.size === 0 || isForAmounts(step, amounts),
    ),
    standings,
    blocks,
    overdue,
    gapDays: content.minimumGapDays ?? policy.minimumGapDays,
  }
}

/** Due today is not overdue: the first late day is the day after. */
export function isOverdue({ dueOn }: Pick<ItemFact, 'dueOn'>, day: Day): boolean {
  return dueOn < day
}

export function segmentFactsOf(
  facts: CustomerFacts,
): SegmentFacts & { readonly playbookId: string | null } {
  const owed = new Map<string, number>()
  for (const { currency, openMinor } of facts.items) {
    if (openMinor > 0) owed.set(currency, (owed.get(currency) ?? 0) + openMinor)
  }
  const { segment, country, tags, legalForm, ownerId, ownerTeamId, legalEntityId } = facts
  const { termsDays, playbookId } = facts
  const customer = { segment, country, tags, legalForm, ownerId, ownerTeamId, legalEntityId }
  return { ...customer, termsDays, playbookId, owed }
}

/** What a step's floor and ceiling look at: what is asked, or what would be but for credits. */
function amountsOf(account: Account, overdue: readonly Standing[]): ReadonlyMap<string, number> {
  const payables = payablesOf(
    account,
    overdue.map(({ item }) => item),
  )
  const positive = [...payables].filter(([, { payable }]) => payable > 0)
  const entries = positive.length > 0 ? positive : [...payables]
  return new Map(
    entries.map(([currency, { asked, payable }]) => [currency, payable > 0 ? payable : asked]),
  )
}

const ladders = new WeakMap<object, Rung[]>()

/** A playbook's ladder is laid out once, not once a customer. */
function laddersOf(content: Chosen['playbook']['content']): Rung[] {
  const known = ladders.get(content)
  if (known) return known
  const ladder = ladderOf(content)
  ladders.set(content, ladder)
  return ladder
}
