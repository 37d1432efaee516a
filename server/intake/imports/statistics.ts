import type { Bulk } from '../../database/bulk.ts'
import type { Pass } from './pass.ts'

/** So many rows change how queries over an organisation are best answered. */
const MANY_ROWS = 2_000

const FILLED = [
  'customers',
  'customer_balances',
  'customer_standings',
  'customer_words',
  'contacts',
  'receivables',
  'open_items',
  'payments',
  'allocations',
]

/** Tells the planner of a large intake, so that what is asked right after it is quick. */
export async function tellPlanner(bulk: Bulk, { difference }: Pass): Promise<void> {
  const { customers, contacts, receivables, payments } = difference
  const written = [customers, contacts, receivables, payments].reduce(
    (sum, one) => sum + one.new + one.changed,
    0,
  )
  if (written >= MANY_ROWS) await bulk.analyze(FILLED)
}
