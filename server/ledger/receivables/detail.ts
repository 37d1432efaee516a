import type { Transaction } from '../../database/database.ts'
import { known, type Doing } from '../doing.ts'
import { missingKinds } from '../evidence/rules.ts'
import { personRef } from '../totals.ts'
import { itemFilterOf, shownItems } from './lists.ts'
import { leftAfter } from './rules.ts'
import { selectAllocationLines, selectDocument } from './store/documents.ts'
import { selectItemsOf } from './store/items.ts'

/** A document with its instalments and every line that changed what is open, in order. */
export async function readReceivable(tx: Transaction, doing: Doing, receivableId: string) {
  const row = await selectDocument(tx, receivableId, doing.owners)
  const { customerId, customerNumber, customerName, ...document } = known(row, 'no_such_receivable')
  const { filter, policy } = await itemFilterOf(tx, doing, { state: 'open' })
  const rows = await selectItemsOf(tx, receivableId, filter)
  const items = await shownItems(tx, rows, policy)
  const lines = await selectAllocationLines(tx, receivableId)

  const left = leftAfter(new Map(rows.map(({ id, totalMinor }) => [id, totalMinor])), lines)
  return {
    ...document,
    customer: { id: customerId, number: customerNumber, name: customerName },
    seller: personRef(document.sellerId, document.sellerName),
    openMinor: rows.reduce((sum, { openMinor }) => sum + openMinor, 0),
    items,
    allocations: lines.map((line, at) => ({
      ...line,
      leftMinor: left[at] ?? 0,
      against: line.otherReceivableId
        ? { receivableId: line.otherReceivableId, number: line.otherNumber ?? '' }
        : null,
      recordedBy: personRef(line.recordedById, line.recordedByName),
    })),
    missingEvidence: missingKinds(policy.evidenceRequired, rows[0]?.evidenceKinds ?? []),
  }
}
