import type * as z from 'zod'

import type { Transaction } from '../../database/database.ts'
import { addDays, dayIn } from '../../kernel/day.ts'
import { personRef, type Doing } from '../../ledger/index.ts'
import { selectPeople } from '../store/people.ts'
import type { TEAM_MATTERS } from './contract.ts'
import type * as contract from './contract.ts'
import * as store from './store.ts'

/** A task that nobody has looked at for so long after its day waits for help. */
const UNTOUCHED_DAYS = 5
/** What came back or was not kept longer ago is history. */
const LOOK_BACK_DAYS = 90
const ENDING_DAYS = 7
const MOST_ROWS = 100

type Team = z.input<(typeof contract.readTeam.schema.response)[200]>
type Rows = z.input<(typeof contract.listTeamRows.schema.response)[200]>
type Query = z.output<typeof contract.listTeamRows.schema.querystring>

/** What waits with each seller: those of one's team, or of all. */
export async function readTeam(tx: Transaction, doing: Doing): Promise<Team> {
  const asking = await askingOf(tx, doing)
  const counts = await store.selectCounts(tx, asking)
  const sellers = await store.selectSellers(tx, doing.owners)
  const known = new Set(sellers.map(({ id }) => id))
  const others = [...new Set(counts.map(({ sellerId }) => sellerId))].filter(
    (id) => id === null || !known.has(id),
  )
  const names = await selectPeople(
    tx,
    others.flatMap((id) => id ?? []),
  )

  const all = [
    ...sellers.map(({ id, name }) => ({ id, seller: { id, name } })),
    ...others.map((id) => ({ id, seller: personRef(id, names.get(id ?? '') ?? null) })),
  ]
  return {
    untouchedDays: UNTOUCHED_DAYS,
    lookBackDays: LOOK_BACK_DAYS,
    endingDays: ENDING_DAYS,
    sellers: all.map(({ id, seller }) => ({ seller, counts: countsOf(counts, id) })),
  }
}

function countsOf(
  counts: readonly store.CountRow[],
  sellerId: string | null,
): Team['sellers'][number]['counts'] {
  const of = (matter: (typeof TEAM_MATTERS)[number]) =>
    counts.find((row) => row.matter === matter && row.sellerId === sellerId)?.count ?? 0
  return {
    approvals_waiting: of('approvals_waiting'),
    conversations_unwritten: of('conversations_unwritten'),
    tasks_untouched: of('tasks_untouched'),
    promises_broken: of('promises_broken'),
    mandates_ending: of('mandates_ending'),
  }
}

/** The rows behind a count, the oldest first. */
export async function listTeamRows(
  tx: Transaction,
  doing: Doing,
  { matter, seller }: Query,
): Promise<Rows> {
  const asking = await askingOf(tx, doing)
  const sellerId = seller === 'none' ? null : seller
  const found = await store.selectRows(tx, asking, { matter, sellerId, limit: MOST_ROWS + 1 })
  return {
    isPartial: found.length > MOST_ROWS,
    rows: found.slice(0, MOST_ROWS).map(({ id, customerId, customerName, on }) => ({
      id,
      customer: { id: customerId, name: customerName },
      on,
    })),
  }
}

async function askingOf(
  tx: Transaction,
  { organisationId, owners, at }: Doing,
): Promise<store.Asking> {
  const today = dayIn(await store.selectTimeZone(tx, organisationId), at)
  return {
    organisationId,
    owners,
    today,
    dueBefore: addDays(today, -UNTOUCHED_DAYS),
    since: addDays(today, -LOOK_BACK_DAYS),
    endsUntil: addDays(today, ENDING_DAYS),
  }
}
