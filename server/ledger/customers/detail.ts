import { policyOf } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Keys } from '../../world.ts'
import { openBooks } from '../balances/index.ts'
import { known, type Doing } from '../doing.ts'
import { evidenceCompleteness } from '../evidence/index.ts'
import { holdsInForce } from '../holds/index.ts'
import { freshnessIn } from '../sources/index.ts'
import { personRef, shownTotals, sumTotals } from '../totals.ts'
import { calendarOf } from './calendar/rules.ts'
import { daysLateOf, uninsuredOf } from './rules.ts'
import { selectOwners } from './store/changes.ts'
import * as store from './store/detail.ts'

/** Habits are of the last twelve months: older ones have passed. */
const HABIT_DAYS = 365
const CALENDAR_DAYS = 2 * HABIT_DAYS

/** A customer: what they owe, who looks after them, what holds them, how they pay. */
export async function readCustomer(
  tx: Transaction,
  doing: Doing,
  { customerId, keys }: { customerId: string; keys: Keys },
) {
  const books = await openBooks(tx, doing.organisationId, doing.at)
  const row = await store.selectCustomer(tx, customerId, doing.owners)
  const customer = known(row, 'no_such_customer')
  const freshness = await freshnessIn(tx, doing.organisationId, { books, now: doing.at })
  const theirs = freshness.find(({ legalEntityId }) => legalEntityId === customer.legalEntityId)
  const fresh = known(theirs, 'no_such_entity')

  const standing = await standingOf(tx, customerId, fresh.today)
  return {
    ...mastersOf(customer, keys),
    insurance: insuranceOf(customer, { today: fresh.today, totals: standing.totals }),
    today: fresh.today,
    freshness: fresh,
    ...standing,
    ball: ballOf(customer.ball),
    ...(await careOf(tx, doing, { customerId, today: fresh.today })),
  }
}

type Insured = Pick<
  store.CustomerDetail,
  'insurer' | 'insurancePolicy' | 'insuranceLimitMinor' | 'insuranceLimitCurrency' | 'insuredUntil'
>

type Exposure = {
  readonly today: Day
  readonly totals: Awaited<ReturnType<typeof standingOf>>['totals']
}

function insuranceOf(customer: Insured, { today, totals }: Exposure) {
  const { insurer, insurancePolicy: policy, insuredUntil: until } = customer
  const { insuranceLimitMinor: minor, insuranceLimitCurrency: currency } = customer
  if (insurer === '') return null
  const limit = minor !== null && currency !== null ? { minor, currency } : null
  const isInForce = until === null || today <= until
  const uninsured = uninsuredOf({ limit, isInForce }, totals)
  return { insurer, policy, limit, until, isInForce, uninsured }
}

function mastersOf(customer: store.CustomerDetail, keys: Keys) {
  const { address, legalEntityId, legalEntityName, ownerId, ownerName, ...rest } = customer
  const { creditLimitMinor, creditLimitCurrency, collectorId, collectorName, ...others } = rest
  const { parentId, parentNumber, parentName, ball: _, ...facts } = others
  const {
    insurer: _insurer,
    insurancePolicy: _policy,
    insuranceLimitMinor: _limit,
    insuranceLimitCurrency: _currency,
    insuredUntil: _until,
    ...masters
  } = facts
  const hasLimit = creditLimitMinor !== null && creditLimitCurrency !== null
  return {
    ...masters,
    address: keys.decrypt(address),
    legalEntity: { id: legalEntityId, name: legalEntityName },
    creditLimit: hasLimit ? { minor: creditLimitMinor, currency: creditLimitCurrency } : null,
    owner: personRef(ownerId, ownerName),
    collector: personRef(collectorId, collectorName),
    parent: parentId ? { id: parentId, number: parentNumber ?? '', name: parentName ?? '' } : null,
  }
}

function ballOf(ball: store.Ball | null) {
  if (!ball) return { lane: 'finance' as const, holder: null, since: null, returnsOn: null }
  const { lane, holderId, holderName, since, returnsOn } = ball
  return { lane, holder: personRef(holderId, holderName), since, returnsOn }
}

async function standingOf(tx: Transaction, customerId: string, today: Day) {
  const strip = await store.selectStrip(tx, customerId)
  const habits = await habitsOf(tx, customerId, today)

  const due = strip.flatMap(({ oldestDueOn }) => oldestDueOn ?? []).toSorted()
  const oldestDueOn = due[0] ?? null
  return {
    totals: shownTotals(strip),
    oldestDueOn,
    daysLate: daysLateOf(oldestDueOn, today),
    openItems: strip.reduce((sum, { openItems }) => sum + openItems, 0),
    habits,
  }
}

/** How a customer pays: how late on average, and on which days mostly. */
export async function habitsOf(tx: Transaction, customerId: string, today: Day) {
  const since = addDays(today, -HABIT_DAYS)
  const averageDaysLate = await store.selectAverageDaysLate(tx, customerId, since)
  const paid = await store.selectPaidDays(tx, customerId, addDays(today, -CALENDAR_DAYS))

  const { weekdays, monthDays, ...calendar } = calendarOf(paid)
  return {
    averageDaysLate: averageDaysLate === null ? null : Math.round(averageDaysLate * 10) / 10,
    calendar: { ...calendar, weekdays: [...weekdays], monthDays: [...monthDays] },
  }
}

async function careOf(
  tx: Transaction,
  { organisationId }: Doing,
  { customerId, today }: { customerId: string; today: Day },
) {
  const { evidenceRequired } = await policyOf(tx, organisationId)
  const holds = await holdsInForce(tx, organisationId, [customerId], today)
  return {
    holds: holds
      .filter(({ receivableId }) => receivableId === null)
      .map(({ id, reason, holdsUntil, isApproved }) => ({
        id,
        reason,
        until: holdsUntil,
        isApproved,
      })),
    evidence: await evidenceCompleteness(tx, customerId, evidenceRequired),
  }
}

/** The whole group of a customer, as far as the actor may see it. */
export async function readGroup(tx: Transaction, doing: Doing, customerId: string) {
  await openBooks(tx, doing.organisationId, doing.at)
  known(await store.selectCustomer(tx, customerId, doing.owners), 'no_such_customer')
  const top = await store.selectTopOf(tx, customerId)
  const members = await store.selectGroup(tx, top, doing.owners)

  const parents = new Map(members.map(({ id, parentId }) => [id, parentId]))
  const depthOf = (id: string): number => {
    const parentId = parents.get(id)
    return parentId && parents.has(parentId) ? depthOf(parentId) + 1 : 0
  }
  return {
    members: members.map(({ balances, parentId, ...member }) => ({
      ...member,
      parentId: parentId !== null && parents.has(parentId) ? parentId : null,
      depth: depthOf(member.id),
      totals: shownTotals(balances),
    })),
    totals: sumTotals(members.flatMap(({ balances }) => balances)),
  }
}

/** Who owned the customer from which day on. */
export async function readOwners(tx: Transaction, doing: Doing, customerId: string) {
  known(await store.selectCustomer(tx, customerId, doing.owners), 'no_such_customer')
  const owners = await selectOwners(tx, customerId)
  return owners.map((row) => ({
    owner: personRef(row.ownerId, row.ownerName),
    fromOn: row.fromOn,
    recordedBy: personRef(row.recordedById, row.recordedByName),
  }))
}
