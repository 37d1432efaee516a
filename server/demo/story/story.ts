import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { overdueOn, type Account, type AccountItem } from '../account.ts'
import type { PersonKey } from '../company.ts'
import { randomOf, type Random } from '../random.ts'
import { calendarOf } from '../trade.ts'
import { makeAgreements, type Agreements } from './agreements.ts'
import { oldest, olderDisputes, openDispute, pastDispute, type Disputed } from './disputes.ts'
import { COMMENTS, HANDOVERS, HOLDS } from './words.ts'

export type Promised = {
  readonly id: string
  readonly account: Account
  readonly item: AccountItem | null
  readonly minor: number
  readonly currency: string
  readonly madeOn: Day
  readonly promisedFor: Day
  readonly state: 'open' | 'kept' | 'broken'
  readonly judgedOn: Day | null
}

export type Ball = {
  readonly id: string
  readonly account: Account
  readonly takenOn: Day
  readonly returnsOn: Day
  readonly returnedOn: Day | null
  /** The seller gave it back, or nobody wrote what came of it and the clock did. */
  readonly returnedWhy: 'seller' | 'clock' | null
  readonly note: string
}

export type Hold = {
  readonly id: string
  readonly account: Account
  readonly reason: (typeof HOLDS)[number][0]
  readonly note: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly isApproved: boolean
}

export type Comment = {
  readonly id: string
  readonly account: Account
  readonly by: PersonKey
  readonly body: string
  readonly on: Day
}

export type Meeting = {
  readonly id: string
  readonly account: Account
  readonly by: PersonKey
  readonly on: Day
  /** Of one that stands in a calendar: from and to, where the customer's books are kept. */
  readonly hours: readonly [from: string, to: string] | null
}

/** What happened between people, besides reminders. */
export type Story = {
  readonly promises: readonly Promised[]
  readonly disputes: readonly Disputed[]
  readonly balls: readonly Ball[]
  readonly holds: readonly Hold[]
  readonly comments: readonly Comment[]
  readonly meetings: readonly Meeting[]
  readonly unmatched: readonly Account[]
  readonly snoozed: readonly Account[]
  readonly waitingReplies: readonly Account[]
  readonly agreements: Agreements
}

/** Deals the parts out: who is overdue gets at most one of them, so that each can be seen by itself. */
export function makeStory(accounts: readonly Account[], today: Day): Story {
  const random = randomOf('story')
  const firms = accounts.filter(({ customer }) => customer.segment === 'commercial')
  const late = shuffled(
    firms.filter((account) => overdueOn(account, today).length > 0),
    random,
  )
  const settled = shuffled(
    firms.filter((account) => overdueOn(account, today).length === 0),
    random,
  )
  const deal = dealer(late)
  return {
    disputes: [
      ...deal(13).map((account) => openDispute(account, today, random)),
      ...settled.slice(0, 24).flatMap((account) => pastDispute(account, today, random)),
      ...olderDisputes(settled.slice(92, 152), today),
    ],
    promises: [
      ...deal(12).map((account, index) => livePromise(account, today, index)),
      ...deal(8).map((account) => brokenPromise(account, today, random)),
      ...settled.slice(24, 74).flatMap((account) => keptPromise(account, today, random)),
    ],
    balls: [
      ...deal(6).map((account) => ball(account, today, { random, why: null })),
      ...settled
        .slice(80, 90)
        .map((account, index) =>
          ball(account, today, { random, why: index % 2 === 0 ? 'seller' : 'clock' }),
        ),
    ],
    holds: [...deal(4), ...settled.slice(90, 92)].map((account, index) =>
      hold(account, today, index),
    ),
    unmatched: deal(3),
    snoozed: deal(4),
    waitingReplies: deal(7),
    agreements: makeAgreements(deal(late.length), today),
    comments: shuffled(firms, random)
      .slice(0, 60)
      .map((account) => comment(account, today, random)),
    meetings: meetings(firms, today, random),
  }
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const keyed = items.map((item) => ({ item, key: random.next() }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item)
}

function dealer<Item>(items: readonly Item[]): (count: number) => Item[] {
  let dealt = 0
  return (count) => {
    const part = items.slice(dealt, dealt + count)
    dealt += count
    return part
  }
}

function livePromise(account: Account, today: Day, index: number): Promised {
  const item = oldest(account, today)
  const minor = item.openOn(today)
  const madeOn = addDays(today, -((index % 5) + 1))
  // The first two are due today.
  const promisedFor =
    index < 2 ? today : calendarOf(account.customer).nextBusinessDay(addDays(today, 1 + index))
  const { currency } = item.document
  return {
    id: newId(),
    account,
    item,
    minor,
    currency,
    madeOn,
    promisedFor,
    state: 'open',
    judgedOn: null,
  }
}

function brokenPromise(account: Account, today: Day, random: Random): Promised {
  const item = oldest(account, today)
  const promisedFor = addDays(today, -random.between(5, 16))
  const { currency } = item.document
  return {
    id: newId(),
    account,
    item,
    minor: item.openOn(today),
    currency,
    madeOn: addDays(promisedFor, -random.between(3, 8)),
    promisedFor,
    state: 'broken',
    judgedOn: addDays(promisedFor, 4),
  }
}

function keptPromise(account: Account, today: Day, random: Random): Promised[] {
  const payment = account.payments.findLast(
    ({ on, amountMinor }) =>
      amountMinor > 0 && on > addDays(today, -150) && on < addDays(today, -5),
  )
  if (!payment) return []
  return [
    {
      id: newId(),
      account,
      item: null,
      minor: payment.amountMinor,
      currency: payment.currency,
      madeOn: addDays(payment.on, -random.between(3, 9)),
      promisedFor: payment.on,
      state: 'kept',
      judgedOn: addDays(payment.on, 1),
    },
  ]
}

function ball(
  account: Account,
  today: Day,
  { random, why }: { random: Random; why: Ball['returnedWhy'] },
): Ball {
  const isBack = why !== null
  const takenOn = addDays(today, isBack ? -random.between(20, 80) : -random.between(0, 3))
  const calendar = calendarOf(account.customer)
  const returnsOn = calendar.addBusinessDays(
    isBack ? takenOn : today,
    isBack ? 5 : random.between(1, 4),
  )
  const returnedOn = isBack ? returnsOn : null
  const note = random.pick(HANDOVERS)
  return { id: newId(), account, takenOn, returnsOn, returnedOn, returnedWhy: why, note }
}

function hold(account: Account, today: Day, index: number): Hold {
  const [reason, note] = HOLDS[index % HOLDS.length] ?? HOLDS[0]
  const isOver = index >= 4
  const startsOn = addDays(today, isOver ? -60 : -(6 + index * 5))
  const endsOn = addDays(today, isOver ? -12 : 20 + index * 9)
  // The last of those in force still waits for somebody to approve it.
  return { id: newId(), account, reason, note, startsOn, endsOn, isApproved: index !== 3 }
}

function comment(account: Account, today: Day, random: Random): Comment {
  const { owner, collector } = account.customer
  const by = random.chance(0.5) ? owner : collector
  return {
    id: newId(),
    account,
    by,
    body: random.pick(COMMENTS),
    on: addDays(today, -random.between(1, 120)),
  }
}

function meetings(firms: readonly Account[], today: Day, random: Random): Meeting[] {
  const days = [0, 0, 1, 1, 2, 3, 5, 6, 8, -2, -4, -7, -9, -12, -15, -19, -23, -30, -41, -55]
  const chosen = shuffled(
    firms.filter(({ customer }) => customer.size !== 'small'),
    random,
  )
  const told = days.flatMap((offset, index) => {
    const account = chosen[index]
    return account ? [meeting(account, addDays(today, offset), null)] : []
  })
  const taken = new Set(told.map(({ account }) => account))
  const theirs = chosen.filter(
    (account) => account.customer.owner === CALENDAR_OF && !taken.has(account),
  )
  const found = CALENDAR.flatMap(([offset, ...hours], index) => {
    const account = theirs[index]
    if (!account) return []
    const on = calendarOf(account.customer).nextBusinessDay(addDays(today, offset))
    return [meeting(account, on, hours)]
  })
  return [...told, ...found]
}

/** Whose calendar is connected, and what stands in it with customers. */
export const CALENDAR_OF: PersonKey = 'lena'
const CALENDAR = [
  [0, '14:00', '15:00'],
  [1, '10:30', '11:15'],
  [4, '09:00', '10:00'],
] as const

function meeting(account: Account, on: Day, hours: Meeting['hours']): Meeting {
  return { id: newId(), account, by: account.customer.owner, on, hours }
}
