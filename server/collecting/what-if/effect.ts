import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { openBooks } from '../../ledger/index.ts'
import type { World } from '../../world.ts'
import { gatherFacts, gatheringOf, openGate } from '../gate/index.ts'
import { PlaybookContent as Shape } from '../playbooks/content/contract.ts'
import { findPlaybook, playbooksInForce } from '../playbooks/index.ts'
import type { Playbook } from '../playbooks/rules/content.ts'
import { inWinningOrder, playbookOf } from '../playbooks/rules/segment.ts'
import { type Spoken, spokenIn } from '../playbooks/rules/spoken.ts'
import type * as contract from './contract.ts'
import { type Position, positionOf } from './rules/upcoming.ts'
import { segmentFactsOf } from './segments.ts'
import { selectSegmentRows, type SegmentRow } from './store/customers.ts'

type Effect = z.input<(typeof contract.draftEffect.schema.response)[200]>

const EXAMPLES = 50
const CUSTOMERS_A_BATCH = 500

export type Change = {
  /** In winning order, as they are in force and as they would be. */
  readonly old: readonly Playbook[]
  readonly new: readonly Playbook[]
}

/** The playbooks in force, and what they would be with a playbook's draft. */
export async function changeOf(
  tx: Transaction,
  organisationId: string,
  playbookId: string,
): Promise<Change> {
  const { name, draft } = await findPlaybook(tx, organisationId, playbookId)
  if (!draft) throw new Refusal('conflict', 'no_draft')
  const old = await playbooksInForce(tx, organisationId)
  const present = old.find(({ id }) => id === playbookId)
  const changed: Playbook = {
    id: playbookId,
    name,
    version: draft.version,
    createdAt: present?.createdAt ?? draft.savedAt,
    content: Shape.parse(draft.content),
  }
  const others = old.filter(({ id }) => id !== playbookId)
  return { old, new: inWinningOrder([...others, changed]) }
}

/** Customers who owe something and whom the playbook serves before or after the change. */
export async function concernedBy(
  tx: Transaction,
  organisationId: string,
  { playbookId, change }: { playbookId: string; change: Change },
): Promise<{ row: SegmentRow; before: boolean; after: boolean }[]> {
  const rows = await selectSegmentRows(tx, organisationId)
  return rows
    .filter(({ owed }) => owed.length > 0)
    .map((row) => {
      const facts = segmentFactsOf(row)
      const serves = (playbooks: readonly Playbook[]) =>
        playbookOf(facts, playbooks)?.playbook.id === playbookId
      return { row, before: serves(change.old), after: serves(change.new) }
    })
    .filter(({ before, after }) => before || after)
}

/** Whom a draft would move: from which next step to which, and when. */
export function effectOf(world: World, actor: Actor, playbookId: string): Promise<Effect> {
  const { organisationId } = actor
  const spoken = spokenIn(actor.language)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const change = await changeOf(tx, organisationId, playbookId)
    const concerned = await concernedBy(tx, organisationId, { playbookId, change })
    const ids = new Map(concerned.map(({ row }) => [row.id, row.name]))
    const moves: Effect['examples'] = []
    let moved = 0
    const now = world.clock()
    for (const { id: legalEntityId } of await openBooks(tx, organisationId, now)) {
      const gate = await openGate(tx, { organisationId, legalEntityId, now })
      if (!gate) continue
      const mine = concerned.filter(({ row }) => row.legalEntityId === legalEntityId)
      for (let from = 0; from < mine.length; from += CUSTOMERS_A_BATCH) {
        const customerIds = mine.slice(from, from + CUSTOMERS_A_BATCH).map(({ row }) => row.id)
        for (const facts of await gatherFacts(tx, { ...gatheringOf(gate), customerIds })) {
          const before = positionOf(facts, { ...gate.context, playbooks: change.old })
          const after = positionOf(facts, { ...gate.context, playbooks: change.new })
          if (isSame(before, after)) continue
          moved += 1
          if (moves.length >= EXAMPLES) continue
          const customerName = ids.get(facts.id) ?? ''
          moves.push({
            customerId: facts.id,
            customerName,
            from: named(before, spoken),
            to: named(after, spoken),
          })
        }
      }
    }
    return {
      customers: concerned.length,
      moved,
      gained: concerned.filter(({ before, after }) => !before && after).length,
      lost: concerned.filter(({ before, after }) => before && !after).length,
      examples: moves,
    }
  })
}

function named(position: Position | null, spoken: Spoken): Position | null {
  return position && { ...position, playbookName: spoken(position.playbookName) }
}

function isSame(a: Position | null, b: Position | null): boolean {
  return a?.stepKey === b?.stepKey && a?.on === b?.on
}
