import { addDays, daysBetween, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { NextStepKind } from '../../talking/index.ts'
import type { Account, AccountItem } from '../account.ts'
import { calendarOf } from '../trade.ts'
import type { Disputed } from './disputes.ts'
import type { Story } from './story.ts'

/** What of a playbook the past needs: its ladder of steps after (or before) the due day. */
export type Ladder = {
  readonly playbookId: string
  readonly version: number
  readonly rungs: readonly Rung[]
}

export type Rung = {
  readonly key: string
  readonly name: string
  readonly offsetDays: number
  /** 0 before the due day, then 1, 2, 3 … */
  readonly level: number
  readonly lane: 'seller' | 'finance' | 'legal'
  readonly channel: string
  readonly templateKey: string | null
  readonly announces: NextStepKind | null
}

export type Reached = { readonly item: AccountItem; readonly rung: Rung }

/** A step that was taken on a day: a message that went, or a task that was made. */
export type Taken = {
  readonly id: string
  readonly account: Account
  readonly ladder: Ladder
  readonly rung: Rung
  readonly on: Day
  readonly anchor: AccountItem
  /** Everything that it is about, and what of it came to a further step with it. */
  readonly concerned: readonly AccountItem[]
  readonly reached: readonly Reached[]
}

export type Held = {
  readonly account: Account
  readonly ladder: Ladder
  readonly on: Day
  readonly code: 'promised' | 'disputed' | 'ball_with_seller' | 'customer_on_hold' | 'minimum_gap'
  readonly items: readonly AccountItem[]
}

/** So long has Goodterms been in use at the demo company. */
const DAYS_IN_USE = 75
const HELD_DAYS = 30
const GAP_DAYS = 7
const COURTESY_FROM_MINOR = 1_000_00

export type Past = { readonly taken: readonly Taken[]; readonly held: readonly Held[] }

/** Walks through the days as the run would have: at most one step a customer and week. */
export function makePast(
  accounts: readonly Account[],
  story: Story,
  today: Day,
  ladderOf: (account: Account) => Ladder,
): Past {
  const pauses = pausesOf(story)
  const pasts = accounts.map((account) =>
    pastOf(account, { today, ladder: ladderOf(account), pauses }),
  )
  return { taken: pasts.flatMap(({ taken }) => taken), held: pasts.flatMap(({ held }) => held) }
}

type Pauses = {
  readonly pause: (account: Account, on: Day) => Held['code'] | null
  readonly isDisputed: (item: AccountItem, on: Day) => boolean
}

function pausesOf({ promises, balls, holds, disputes, agreements }: Story): Pauses {
  const plansOf = Map.groupBy(agreements.plans, ({ account }) => account)
  const promisesOf = Map.groupBy(promises, ({ account }) => account)
  const ballsOf = Map.groupBy(balls, ({ account }) => account)
  const holdsOf = Map.groupBy(holds, ({ account }) => account)
  const disputesOf = Map.groupBy(disputes, ({ item }) => item)
  return {
    pause: (account, on) => {
      if ((holdsOf.get(account) ?? []).some((hold) => within(hold.startsOn, on, hold.endsOn)))
        return 'customer_on_hold'
      if (
        (ballsOf.get(account) ?? []).some((ball) =>
          within(ball.takenOn, on, ball.returnedOn ?? ball.returnsOn),
        )
      )
        return 'ball_with_seller'
      const planned = (plansOf.get(account) ?? []).some(
        ({ state, proposedOn, endedOn }) =>
          state !== 'awaiting_approval' && within(proposedOn, on, endedOn ?? on),
      )
      if (planned) return 'promised'
      const promised = promisesOf.get(account) ?? []
      return promised.some((promise) => within(promise.madeOn, on, addDays(promise.promisedFor, 3)))
        ? 'promised'
        : null
    },
    isDisputed: (item, on) =>
      (disputesOf.get(item) ?? []).some((dispute: Disputed) =>
        within(dispute.openedOn, on, dispute.resolvedOn ?? on),
      ),
  }
}

function within(from: Day, on: Day, until: Day): boolean {
  return from <= on && on <= until
}

type Walk = { readonly today: Day; readonly ladder: Ladder; readonly pauses: Pauses }

function pastOf(account: Account, walk: Walk): { taken: Taken[]; held: Held[] } {
  const { today } = walk
  const calendar = calendarOf(account.customer)
  const levels = new Map<AccountItem, number>()
  const taken: Taken[] = []
  const held: Held[] = []
  const first = addDays(today, -DAYS_IN_USE)
  const items = account.items.filter(
    ({ totalMinor, document, openOn }) =>
      totalMinor > 0 && (document.issuedOn >= first || openOn(first) > 0),
  )
  if (items.length === 0) return { taken, held }
  for (let on = first; on < today; on = addDays(on, 1)) {
    if (!calendar.isBusinessDay(on)) continue
    const due = dueSteps(items, on, walk)
    const fresh = due.filter(({ item, rung }) => rung.level > (levels.get(item) ?? -1))
    if (fresh.length === 0) continue
    const step = stepOn(account, { on, due, fresh, walk, last: taken.at(-1)?.on ?? null })
    if ('code' in step) {
      if (on >= addDays(today, -HELD_DAYS)) held.push(step)
    } else {
      taken.push(step)
      for (const { item, rung } of step.reached) levels.set(item, rung.level)
    }
  }
  return { taken, held }
}

/** The highest step that each open, undisputed item has come to. */
function dueSteps(items: readonly AccountItem[], on: Day, { ladder, pauses }: Walk): Reached[] {
  return items.flatMap((item) => {
    const open = item.openOn(on)
    if (open <= 0 || pauses.isDisputed(item, on)) return []
    const late = daysBetween(item.dueOn, on)
    const rung = ladder.rungs.findLast(
      ({ offsetDays }) =>
        offsetDays <= late && (offsetDays >= 0 || (late <= 0 && open >= COURTESY_FROM_MINOR)),
    )
    return rung ? [{ item, rung }] : []
  })
}

type Asked = {
  readonly on: Day
  readonly due: readonly Reached[]
  readonly fresh: readonly Reached[]
  readonly walk: Walk
  readonly last: Day | null
}

function stepOn(account: Account, { on, due, fresh, walk, last }: Asked): Taken | Held {
  const { ladder, pauses } = walk
  const items = due.map(({ item }) => item)
  const code =
    pauses.pause(account, on) ?? (last && daysBetween(last, on) < GAP_DAYS ? 'minimum_gap' : null)
  if (code) return { account, ladder, on, code, items }
  const highest = fresh.reduce((most, { rung }) => Math.max(most, rung.level), 0)
  // Somebody who is met late for the first time is not met with the last word.
  const level = last === null ? Math.min(highest, 2) : highest
  const rung = ladder.rungs.find((each) => each.level === level) ?? fresh[0]?.rung
  const anchor = fresh.map(({ item }) => item).toSorted(byDueDay)[0]
  if (!rung || !anchor) throw new Error('a step without anything that reached it')
  const reached = fresh.map((each) => (each.rung.level > level ? { ...each, rung } : each))
  return { id: newId(), account, ladder, rung, on, anchor, concerned: items, reached }
}

function byDueDay(a: AccountItem, b: AccountItem): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1
}
