import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { overdueOn, type Account, type AccountItem } from '../account.ts'
import { calendarOf } from '../trade.ts'

export type Part = {
  readonly dueOn: Day
  readonly minor: number
  readonly state: 'open' | 'kept' | 'broken'
}

export type Planned = {
  readonly id: string
  readonly account: Account
  readonly items: readonly { readonly item: AccountItem; readonly minor: number }[]
  readonly parts: readonly Part[]
  readonly proposedOn: Day
  readonly state: 'awaiting_approval' | 'agreed' | 'broken'
  /** Of the request that it waits for. */
  readonly approvalId: string | null
  readonly endedOn: Day | null
  readonly note: string
}

/** A promise that goes beyond what its seller may agree to. */
export type AskedPromise = {
  /** Of the request. */
  readonly id: string
  readonly account: Account
  readonly item: AccountItem
  readonly minor: number
  readonly until: Day
  readonly askedOn: Day
  readonly note: string
}

export type Granted = {
  readonly account: Account
  readonly grantedOn: Day
  readonly expiresOn: Day
  readonly reason: string
}

/** A time before that a seller held a customer: it came back with an outcome, or the clock rang. */
export type HeldBefore = {
  readonly account: Account
  readonly takenOn: Day
  readonly returnedOn: Day
  readonly why: 'outcome' | 'clock'
  readonly kind: 'taken' | 'passed'
  readonly note: string
}

/** What sellers agreed with customers, and what they asked for. */
export type Agreements = {
  readonly plans: readonly Planned[]
  readonly asked: readonly AskedPromise[]
  readonly grants: readonly Granted[]
  readonly heldBefore: readonly HeldBefore[]
}

const PAID_WITHIN_DAYS = 40

function many(...accounts: readonly (Account | undefined)[]): Account[] {
  return accounts.filter((account) => account !== undefined)
}

/** Plans that are kept, one that broke, requests that wait, and more room for two sellers. */
export function makeAgreements(free: readonly Account[], today: Day): Agreements {
  const kept = free.flatMap((account) => keptPlan(account, today)).slice(0, 2)
  const taken = new Set(kept.map(({ account }) => account))
  const [fresh, broken, waiting, first, second, third] = free.filter((one) => !taken.has(one))
  return {
    plans: [
      ...kept,
      ...many(fresh).map((account) => newPlan(account, today, 'agreed')),
      ...many(broken).map((account) => brokenPlan(account, today)),
      ...many(waiting).map((account) => newPlan(account, today, 'awaiting_approval')),
    ],
    asked: many(first, second).map((account, index) => askedPromise(account, today, index)),
    grants: many(third, fresh).map((account, index) => ({
      account,
      grantedOn: addDays(today, -12 - index),
      // One of them ends soon: whoever leads the team is told.
      expiresOn: addDays(today, index === 0 ? 45 : 6),
      reason: index === 0 ? 'New owner, wants to stay with us' : 'Renovation, open again next week',
    })),
    heldBefore: many(first, second, third, broken).map((account, index) =>
      heldBefore(account, today, index),
    ),
  }
}

/** Somebody who paid one of two invoices on the day of the first instalment. */
function keptPlan(account: Account, today: Day): Planned[] {
  const open = overdueOn(account, today)[0]
  const paid = account.items.findLast(
    ({ totalMinor, lastSetOn, dueOn, openOn }) =>
      totalMinor > 0 &&
      openOn(today) === 0 &&
      lastSetOn > dueOn &&
      lastSetOn > addDays(today, -PAID_WITHIN_DAYS) &&
      lastSetOn < today,
  )
  if (!open || !paid) return []
  const proposedOn = addDays(paid.lastSetOn, -6)
  if (open.document.issuedOn > proposedOn || paid.openOn(proposedOn) !== paid.totalMinor) return []
  const left = open.openOn(today)
  const half = Math.ceil(left / 2)
  return [
    {
      id: newId(),
      account,
      proposedOn,
      state: 'agreed',
      approvalId: null,
      endedOn: null,
      note: 'Two weak months; they pay the older one first.',
      items: [
        { item: paid, minor: paid.totalMinor },
        { item: open, minor: left },
      ],
      parts: [
        { dueOn: paid.lastSetOn, minor: paid.totalMinor, state: 'kept' },
        { dueOn: workingDay(account, addDays(today, 9)), minor: half, state: 'open' },
        { dueOn: workingDay(account, addDays(today, 39)), minor: left - half, state: 'open' },
      ],
    },
  ]
}

function newPlan(account: Account, today: Day, state: 'agreed' | 'awaiting_approval'): Planned {
  const items = overdueOn(account, today).map((item) => ({ item, minor: item.openOn(today) }))
  const total = items.reduce((sum, { minor }) => sum + minor, 0)
  const third = Math.ceil(total / 3)
  const first = state === 'agreed' ? 4 : 12
  const step = state === 'agreed' ? 5 : 30
  const on = (days: number) => workingDay(account, addDays(today, days))
  return {
    id: newId(),
    account,
    items,
    state,
    approvalId: state === 'agreed' ? null : newId(),
    proposedOn: addDays(today, -2),
    endedOn: null,
    note:
      state === 'agreed'
        ? 'Paying as the season picks up.'
        : 'Their bank releases the loan in May.',
    parts: [
      { dueOn: on(first), minor: third, state: 'open' },
      { dueOn: on(first + step), minor: third, state: 'open' },
      { dueOn: on(first + 2 * step), minor: total - 2 * third, state: 'open' },
    ],
  }
}

const TOLERATED_DAYS = 4

function brokenPlan(account: Account, today: Day): Planned {
  const { items, note, ...plan } = newPlan(account, addDays(today, 0), 'agreed')
  const total = items.reduce((sum, { minor }) => sum + minor, 0)
  const missedOn = addDays(today, -14)
  return {
    ...plan,
    items,
    note,
    proposedOn: addDays(today, -26),
    state: 'broken',
    endedOn: addDays(missedOn, TOLERATED_DAYS),
    parts: [
      { dueOn: missedOn, minor: Math.ceil(total / 2), state: 'broken' },
      { dueOn: addDays(today, 16), minor: total - Math.ceil(total / 2), state: 'open' },
    ],
  }
}

function askedPromise(account: Account, today: Day, index: number): AskedPromise {
  const [item] = overdueOn(account, today)
  if (!item) throw new Error('an account that is late owes something')
  return {
    id: newId(),
    account,
    item,
    minor: item.openOn(today),
    until: workingDay(account, addDays(today, 38 + index * 9)),
    askedOn: addDays(today, -index),
    note:
      index === 0
        ? 'Their own customer pays them at the end of the month.'
        : 'Insurance pays for the water damage, the letter is in the documents.',
  }
}

function heldBefore(account: Account, today: Day, index: number): HeldBefore {
  const takenOn = workingDay(account, addDays(today, -48 - index * 4))
  return {
    account,
    takenOn,
    returnedOn: calendarOf(account.customer).addBusinessDays(takenOn, index % 2 === 0 ? 3 : 6),
    why: index % 2 === 0 ? 'outcome' : 'clock',
    kind: index < 2 ? 'taken' : 'passed',
    note:
      index < 2
        ? 'I am there on Thursday anyway.'
        : 'Could you ask whether the delivery was complete?',
  }
}

function workingDay({ customer }: Account, on: Day): Day {
  return calendarOf(customer).nextBusinessDay(on)
}
