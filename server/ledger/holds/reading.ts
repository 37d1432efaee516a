import type * as z from 'zod'

import { policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { day, type Day } from '../../kernel/day.ts'
import { openBooks, seeCustomer } from '../balances/index.ts'
import type { Doing } from '../doing.ts'
import { pageFrom, partsOf } from '../paging.ts'
import { personRef } from '../totals.ts'
import type { listHolds } from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** The holds on a customer and their invoices, ended ones included. */
export async function readCustomerHolds(tx: Transaction, doing: Doing, customerId: string) {
  const books = await openBooks(tx, doing.organisationId, doing.at)
  await seeCustomer(tx, customerId, doing.owners)
  const { holdDaysWithoutApproval: days } = await policyOf(tx, doing.organisationId)
  const holds = await store.selectHoldsOf(tx, customerId)
  return holds.map((hold) => {
    const entity = books.find(({ id }) => id === hold.legalEntityId)
    return shownHold(hold, days, entity?.today ?? hold.startsOn)
  })
}

/** A page of the holds of all customers that are in force or wait for approval. */
export async function readHolds(
  tx: Transaction,
  doing: Doing,
  { state, cursor, limit }: z.output<typeof listHolds.schema.querystring>,
) {
  const books = await openBooks(tx, doing.organisationId, doing.at)
  const { holdDaysWithoutApproval: days } = await policyOf(tx, doing.organisationId)
  const { organisationId, owners } = doing
  const after = partsOf(cursor, ['day', 'id'])
  const rows = await store.selectHolds(tx, {
    organisationId,
    owners,
    state,
    limit: limit + 1,
    daysWithoutApproval: days,
    after: after ? { endsOn: day(after[0]), id: after[1] } : null,
  })
  const page = pageFrom(rows, limit, ({ endsOn, id }) => [endsOn, id])
  return {
    next: page.next,
    rows: page.rows.map((hold) => {
      const entity = books.find(({ id }) => id === hold.legalEntityId)
      return {
        ...shownHold(hold, days, entity?.today ?? hold.startsOn),
        customer: { id: hold.customerId, number: hold.customerNumber, name: hold.customerName },
      }
    }),
  }
}

function shownHold(hold: store.HoldRow, days: number, today: Day) {
  const { id, reason, note, startsOn, endsOn, liftedOn } = hold
  return {
    id,
    reason,
    note,
    startsOn,
    endsOn,
    liftedOn,
    receivable: hold.receivableId
      ? { id: hold.receivableId, number: hold.receivableNumber ?? '' }
      : null,
    holdsUntil: rules.holdsUntil(hold, days),
    state: rules.stateOf(hold, days, today),
    needsApproval: !hold.isApproved && rules.needsApproval(hold, days),
    createdBy: personRef(hold.createdBy, hold.createdByName),
    approvedBy: personRef(hold.approvedBy, hold.approvedByName),
    liftedBy: personRef(hold.liftedBy, hold.liftedByName),
  }
}
