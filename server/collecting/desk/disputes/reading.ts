import type * as z from 'zod'

import type { Actor } from '../../../http/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { keyOf, pageFrom } from '../common/cursor.ts'
import { atDesk, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import type * as contract from './contract.ts'
import { findDispute, type HeldDispute } from './held.ts'
import { businessDaysBetween } from './rules/claim.ts'
import * as detail from './store/detail.ts'
import { selectDisputes, type DisputeQuery, type DisputeRead } from './store/list.ts'

type Query = z.output<typeof contract.listDisputes.schema.querystring>
type Page = z.input<(typeof contract.listDisputes.schema.response)[200]>
type Whole = z.input<(typeof contract.readDispute.schema.response)[200]>

export function listDisputes(world: World, actor: Actor, query: Query): Promise<Page> {
  return atDesk(world, actor, async (desk) => {
    const key = keyOf(query.cursor, 2)
    const rows = await selectDisputes(desk.tx, {
      ...queryOf(desk, query),
      after: key ? [String(key[0]), String(key[1])] : null,
      limit: query.limit,
    })

    const page = pageFrom(rows, query.limit, (row) => [row.sortDay, row.id])
    return { next: page.next, rows: page.rows.map((row) => disputeOf(row, desk.today)) }
  })
}

type Filter = Omit<Query, 'cursor' | 'limit'>

/** Which disputes a filter means for the person who asks. */
export function queryOf(
  { actor, today }: Pick<Desk, 'actor' | 'today'>,
  { mine, overdue, ...filter }: Filter,
): Omit<DisputeQuery, 'after' | 'limit'> {
  return {
    ...filter,
    today,
    organisationId: actor.organisationId,
    owners: actor.owners,
    ownerId: mine ? actor.personId : undefined,
    isOverdue: overdue === 'yes',
  }
}

function disputeOf(row: DisputeRead, today: Day): Page['rows'][number] {
  const { deadlineOn, state } = row
  return {
    id: row.id,
    customer: { id: row.customerId, name: row.customerName },
    receivable: { id: row.receivableId, number: row.number },
    reason: row.reason,
    amount: { minor: row.amountMinor, currency: row.currency },
    note: row.note,
    department: row.department,
    openedOn: row.openedOn,
    deadlineOn,
    isOverdue: state === 'open' && deadlineOn !== null && deadlineOn < today,
    revisitOn: row.revisitOn,
    owner: personOf(row.ownerId, row.ownerName),
    state,
    expects: row.expects,
    expectedBy: row.expectedBy,
    resolution: row.resolution,
    resolvedOn: row.resolvedOn,
    openQuestions: row.openQuestions,
  }
}

/** One dispute with everything: amounts, clock, evidence and history. */
export function readDispute(world: World, actor: Actor, disputeId: string): Promise<Whole> {
  return atDesk(world, actor, async (desk) => {
    const held = await findDispute(desk, disputeId)
    const asked = { ...queryOf(desk, {}), id: disputeId, after: null, limit: 1 }
    const [row] = await selectDisputes(desk.tx, asked)
    const invoice = await detail.selectInvoice(desk.tx, disputeId)
    if (!row || !invoice) throw new Refusal('not_found', 'no_such_dispute')
    const { isBusinessDay } = businessCalendar(invoice.country, invoice.region)

    const { today } = desk
    const { deadlineOn } = row
    return {
      ...disputeOf(row, today),
      openedBy: personOf(invoice.openedById, invoice.openedByName),
      invoice: invoiceOf(invoice, row.currency),
      daysLeft: deadlineOn ? businessDaysBetween(today, deadlineOn, isBusinessDay) : null,
      escalatedOn: invoice.escalatedOn,
      settledBy: documentOf(invoice.settledById, invoice.settledByNumber),
      proof: proofOf(invoice),
      ...(await besides(desk, held)),
    }
  })
}

function invoiceOf(row: detail.InvoiceRow, currency: string): Whole['invoice'] {
  const disputedMinor = Math.min(row.openMinor, row.disputedMinor)
  const money = (minor: number) => ({ minor, currency })
  return {
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    total: money(row.totalMinor),
    open: money(row.openMinor),
    disputed: money(disputedMinor),
    collectable: money(row.openMinor - disputedMinor),
  }
}

function documentOf(id: string | null, number: string | null): Whole['settledBy'] {
  return id !== null && number !== null ? { id, number } : null
}

function proofOf({ proofId: id, proofName: name }: detail.InvoiceRow): Whole['proof'] {
  return id !== null && name !== null ? { id, name } : null
}

type Besides = Pick<Whole, 'others' | 'evidence' | 'candidates' | 'history'>

async function besides({ tx }: Desk, dispute: HeldDispute): Promise<Besides> {
  const { id, receivableId, customerId, currency, state } = dispute
  const others = await detail.selectOthers(tx, receivableId, id)
  const evidence = await detail.selectEvidence(tx, id)
  const candidates = state === 'open' ? await detail.selectCandidates(tx, dispute) : []
  const history = await detail.selectHistory(tx, customerId, id)
  return {
    others: others.map(({ amountMinor: minor, ...other }) => ({
      ...other,
      amount: { minor, currency },
    })),
    evidence: evidence.map(({ adderId, adderName, ...row }) => ({
      ...row,
      addedBy: personOf(adderId, adderName),
    })),
    candidates: candidates.map(({ totalMinor: minor, ...document }) => ({
      ...document,
      total: { minor, currency },
    })),
    history: history.map(({ byId, byName, why, data, ...entry }) => ({
      ...entry,
      by: personOf(byId, byName),
      text: why,
      values: valuesOf(data),
    })),
  }
}

function valuesOf(data: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
  }
  return values
}
