import { daysBetween, type Day, type Instant } from '../../kernel/day.ts'
import type { SnapshotFacts } from '../../ledger/index.ts'

export type StatementItem = {
  readonly openItemId: string
  /** The document's number; an instalment carries its place behind it: '2026-1043 (2/3)'. */
  readonly number: string
  readonly kind: 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
  readonly issuedOn: Day
  readonly dueOn: Day
  /** 0 until the day after the due day; 0 for credits. */
  readonly daysLate: number
  /** Signed like the document: invoiced, paid or credited so far, and what remains. */
  readonly totalMinor: number
  readonly paidMinor: number
  readonly openMinor: number
  /** The part of what remains that is in dispute. */
  readonly disputedMinor: number
  readonly purchaseOrder: string
  /** True for what the message is about; the rest is listed for completeness. */
  readonly isConcerned: boolean
}

/** What is open in one currency. Currencies stand beside each other and are never added. */
export type StatementCurrency = {
  readonly currency: string
  readonly items: readonly StatementItem[]
  /** Σ open of invoices past due, disputed parts included. */
  readonly overdueMinor: number
  /** Σ open of invoices not yet due. */
  readonly notDueMinor: number
  /** Σ disputed parts. */
  readonly disputedMinor: number
  /** Σ open of credits, as a negative. */
  readonly creditMinor: number
  /** Money received and not yet set against an invoice, as a positive. */
  readonly unappliedMinor: number
  /** What the message asks for: Σ concerned − its disputed parts − credits − unapplied, never below 0. */
  readonly payableMinor: number
}

export type StatementSender = {
  readonly name: string
  readonly title: string
  readonly phone: string
  readonly email: string
}

/** Figures frozen at one moment, shared by the mail, its statement and every later look at it. */
export type StatementSnapshot = {
  readonly asOf: Day
  readonly ledgerSyncedAt: Instant | null
  readonly paymentsConsideredUntil: Day | null
  readonly entity: SnapshotFacts['entity']
  readonly customer: Omit<SnapshotFacts['customer'], 'language'>
  readonly recipient: { readonly name: string }
  readonly sender: StatementSender
  readonly currencies: readonly StatementCurrency[]
}

/** An item as the ledger knows it, before it is looked at on a day. */
export type OpenItemFact = Omit<StatementItem, 'daysLate' | 'paidMinor'>

/**
 * One currency's section: items by due day then number, days late and every sum worked out here and
 * nowhere else, so that mail, statement and page cannot disagree.
 */
export function statementCurrency(
  currency: string,
  facts: readonly OpenItemFact[],
  unappliedMinor: number,
  asOf: Day,
): StatementCurrency {
  const items = facts.map((fact) => statementItem(fact, asOf)).toSorted(byDueDay)
  const invoices = items.filter(({ openMinor }) => openMinor > 0)
  const overdue = invoices.filter(({ daysLate }) => daysLate > 0)
  const concerned = invoices.filter(({ isConcerned }) => isConcerned)
  const creditMinor = sum(
    items.filter(({ openMinor }) => openMinor < 0),
    'openMinor',
  )
  const askedMinor = sum(concerned, 'openMinor') - sum(concerned, 'disputedMinor')
  return {
    currency,
    items,
    overdueMinor: sum(overdue, 'openMinor'),
    notDueMinor: sum(invoices, 'openMinor') - sum(overdue, 'openMinor'),
    disputedMinor: sum(invoices, 'disputedMinor'),
    creditMinor,
    unappliedMinor,
    payableMinor: Math.max(0, askedMinor + creditMinor - unappliedMinor),
  }
}

function statementItem(fact: OpenItemFact, asOf: Day): StatementItem {
  const { openItemId, number, kind, issuedOn, dueOn, totalMinor, openMinor } = fact
  const { disputedMinor, purchaseOrder, isConcerned } = fact
  return {
    openItemId,
    number,
    kind,
    issuedOn,
    dueOn,
    daysLate: openMinor > 0 ? Math.max(0, daysBetween(dueOn, asOf)) : 0,
    totalMinor,
    paidMinor: totalMinor - openMinor,
    openMinor,
    disputedMinor,
    purchaseOrder,
    isConcerned,
  }
}

function byDueDay(a: StatementItem, b: StatementItem): number {
  return compare(a.dueOn, b.dueOn) || compare(a.number, b.number)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(items: readonly StatementItem[], field: 'openMinor' | 'disputedMinor'): number {
  return items.reduce((total, item) => total + item[field], 0)
}
