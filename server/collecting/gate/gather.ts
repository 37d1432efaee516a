import type { Transaction } from '../../database/database.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { businessCalendar, holdsInForce } from '../../ledger/index.ts'
import type { ContactFact, CustomerFacts, GatePolicy, HoldFact, TalkFact } from './rules/facts.ts'
import * as account from './store/account.ts'
import type { Scope } from './store/candidates.ts'
import * as pauses from './store/pauses.ts'
import * as people from './store/people.ts'
import { selectSellerAsked, selectTalks } from './store/talks.ts'

export type Gathering = Scope & {
  readonly organisationId: string
  readonly policy: GatePolicy
  /** What happened from then on may be answered. */
  readonly eventsFrom: Day
}

/** All facts about these customers on a day, in id order: a few queries however many they are. */
export async function gatherFacts(tx: Transaction, gathering: Gathering): Promise<CustomerFacts[]> {
  const { eventsFrom } = gathering
  const customers = await people.selectCustomers(tx, gathering)
  const items = await account.selectItems(tx, gathering)
  const reached = await account.selectReached(tx, gathering)
  const contacts = byCustomer(await contactsOf(tx, gathering))
  const unapplied = byCustomer(await account.selectUnapplied(tx, gathering))
  const cash = byCustomer(await account.selectUnmatchedCash(tx, gathering))
  const lastContacts = await people.selectLastContacts(tx, gathering)
  const outside = byCustomer(await people.selectOutsideContacts(tx, gathering))
  const promises = byCustomer(await pauses.selectPromises(tx, gathering, eventsFrom))
  const disputes = byCustomer(await pauses.selectDisputes(tx, gathering))
  const holds = byCustomer(await holdsOf(tx, gathering))
  const balls = byCustomer(await pauses.selectBalls(tx, gathering))
  const replies = byCustomer(await pauses.selectWaitingReplies(tx, gathering))
  const seller = await sellersSide(tx, gathering)
  const pending = byCustomer(await pauses.selectPending(tx, gathering))
  const tasks = byCustomer(await pauses.selectOpenTasks(tx, gathering))
  const happened = await happeningsOf(tx, gathering)

  return customers.map((customer) => {
    const of = <Row>(rows: ReadonlyMap<string, readonly Row[]>) => rows.get(customer.id) ?? []
    return {
      ...customer,
      isBusinessDay: businessCalendar(customer.country, customer.region).isBusinessDay(
        gathering.day,
      ),
      items: of(items),
      reached: of(reached),
      contacts: of(contacts),
      unapplied: of(unapplied),
      unmatchedCash: of(cash),
      lastContactOn: lastContacts.get(customer.id) ?? null,
      outsideContacts: of(outside),
      promises: of(promises),
      disputes: of(disputes),
      holds: of(holds),
      ball: of(balls)[0] ?? null,
      waitingReplies: of(replies),
      ...seller(customer.id),
      pendingMessages: of(pending).map(({ state }) => state),
      termsTalkUntil: termsTalkOf(customer, of(tasks), gathering.policy),
      openTasks: of(tasks).map(({ kind, cycle }) => ({ kind, cycle })),
      ...happened(customer.id),
    }
  })
}

type Place = Pick<CustomerFacts, 'country' | 'region'>
type Task = { readonly kind: string; readonly dueOn: Day }

function termsTalkOf(
  { country, region }: Place,
  tasks: readonly Task[],
  { toneGapDays }: GatePolicy,
): Day | null {
  const task = tasks.find(({ kind }) => kind === 'terms')
  if (!task || toneGapDays === 0) return null
  return businessCalendar(country, region).addBusinessDays(task.dueOn, toneGapDays)
}

function byCustomer<Row extends { readonly customerId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ customerId }) => customerId)
}

type Happenings = Pick<CustomerFacts, 'payments' | 'missedInstalments' | 'answers'>

/** What happened of late to each customer, and what answered it already. */
async function happeningsOf(
  tx: Transaction,
  gathering: Gathering,
): Promise<(customerId: string) => Happenings> {
  const { eventsFrom } = gathering
  const payments = byCustomer(await account.selectThankablePayments(tx, gathering, eventsFrom))
  const missed = byCustomer(await pauses.selectMissed(tx, gathering, eventsFrom))
  const answers = byCustomer(await pauses.selectAnswers(tx, gathering, eventsFrom))
  return (id) => ({
    payments: payments.get(id) ?? [],
    missedInstalments: missed.get(id) ?? [],
    answers: answers.get(id) ?? [],
  })
}

type SellersSide = Pick<CustomerFacts, 'hasMeetingToday' | 'sellerTalks' | 'sellerAskedOn'>

/** What the seller's conversations mean for each customer. */
async function sellersSide(
  tx: Transaction,
  gathering: Gathering,
): Promise<(customerId: string) => SellersSide> {
  const meetings = await pauses.selectMeetings(tx, gathering)
  const talks = await talksOf(tx, gathering, gathering.day)
  const asked = await selectSellerAsked(tx, gathering)
  return (id) => ({
    hasMeetingToday: meetings.has(id),
    sellerTalks: talks.get(id) ?? [],
    sellerAskedOn: asked.get(id) ?? null,
  })
}

/** More days off than a gap of business days ever spans. */
const REST_DAYS = 20

/** The seller's friendly conversations that still matter on a day or after it, by customer. */
export async function talksOf(
  tx: Transaction,
  { customerIds, day, policy }: Pick<Gathering, 'customerIds' | 'day' | 'policy'>,
  since: Day,
): Promise<ReadonlyMap<string, readonly (TalkFact & { readonly customerId: string })[]>> {
  const { toneGapDays } = policy
  if (toneGapDays === 0) return new Map()
  const from = addDays(since, -(2 * toneGapDays + REST_DAYS))
  const rows = await selectTalks(tx, customerIds, { from, to: day })
  return byCustomer(
    rows.map(({ customerId, on, country, region }) => ({
      customerId,
      on,
      until: businessCalendar(country, region).addBusinessDays(on, toneGapDays),
    })),
  )
}

async function contactsOf(
  tx: Transaction,
  gathering: Gathering,
): Promise<(ContactFact & { readonly customerId: string })[]> {
  const { organisationId, day, isTest, without, policy } = gathering
  const rows = await people.selectContacts(tx, gathering)
  const hashes = [...new Set(rows.flatMap(({ emailHash }) => emailHash ?? []))]
  const after = addDays(day, -policy.frequencyWindowDays)
  const counts = await people.selectRecentCounts(tx, organisationId, {
    hashes,
    after,
    isTest,
    without,
  })
  return rows.map((row) => {
    const hash = row.emailHash
    return { ...row, recentMessages: hash === null ? 0 : (counts.get(hash) ?? 0) }
  })
}

async function holdsOf(
  tx: Transaction,
  { organisationId, customerIds, day }: Gathering,
): Promise<(HoldFact & { readonly customerId: string })[]> {
  const holds = await holdsInForce(tx, organisationId, customerIds, day)
  return holds.map(({ holdsUntil, ...hold }) => ({ ...hold, endsOn: holdsUntil }))
}
