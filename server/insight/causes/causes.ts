import type * as z from 'zod'

import { organisationById } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, dayIn, type Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { personRef, type Doing } from '../../ledger/index.ts'
import type * as contract from './contract.ts'
import { by, monthOf, monthsOf, sumOf } from './rules.ts'
import { selectCauses } from './store.ts'

type Query = z.output<typeof contract.readCauses.schema.querystring>
type Reply = z.input<(typeof contract.readCauses.schema.response)[200]>

const MONTHS_BACK_DAYS = 334

/** What stops customers paying, per currency: by reason, department, seller and month. */
export async function readCauses(tx: Transaction, doing: Doing, query: Query): Promise<Reply> {
  const { organisationId, owners } = doing
  const { from, to } = await periodOf(tx, doing, query)
  const scope = { organisationId, owners, entity: query.entity }
  const rows = await selectCauses(tx, scope, { from, to })

  const names = new Map(rows.map(({ sellerId, sellerName }) => [sellerId, sellerName]))
  const currencies = [...Map.groupBy(rows, ({ currency }) => currency)]
  return {
    from,
    to,
    currencies: currencies.map(([currency, theirs]) => ({
      currency,
      whole: sumOf(theirs),
      reasons: by(theirs, ({ reason }) => reason).map(({ key: reason, ...sum }) => ({
        reason,
        ...sum,
      })),
      departments: by(theirs, ({ department }) => department).map(
        ({ key: department, ...sum }) => ({
          department,
          ...sum,
        }),
      ),
      sellers: by(theirs, ({ sellerId }) => sellerId).map(({ key, ...sum }) => ({
        seller: personRef(key, names.get(key) ?? null),
        ...sum,
      })),
      months: monthsOf(theirs, from, to),
    })),
  }
}

async function periodOf(
  tx: Transaction,
  { organisationId, at }: Doing,
  { from, to }: Query,
): Promise<{ from: Day; to: Day }> {
  const organisation = await organisationById(tx, organisationId)
  const last = to ?? dayIn(organisation?.timeZone ?? 'UTC', at)
  const first = from ?? monthOf(addDays(last, -MONTHS_BACK_DAYS))
  if (first > last) throw new Refusal('invalid', 'days_out_of_order')
  return { from: first, to: last }
}
