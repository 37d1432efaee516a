import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { overdueOn, type Account, type AccountItem } from '../account.ts'
import { randomOf, type Random } from '../random.ts'
import { DISPUTES } from './words.ts'

type Resolution = 'credit_note' | 'corrected_invoice' | 'delivery_proved' | 'rejected' | 'paid'

export type Disputed = {
  readonly id: string
  readonly account: Account
  readonly item: AccountItem
  readonly minor: number
  readonly reason: (typeof DISPUTES)[number][0]
  readonly note: string
  readonly openedOn: Day
  readonly resolution: Resolution | null
  readonly resolvedOn: Day | null
}

/** What an account has owed longest. */
export function oldest(account: Account, today: Day): AccountItem {
  const [item] = overdueOn(account, today).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (!item) throw new Error('an account that is late owes something')
  return item
}

export function openDispute(account: Account, today: Day, random: Random): Disputed {
  const item = oldest(account, today)
  const [reason, note] = random.pick(DISPUTES)
  const open = item.openOn(today)
  const minor = random.chance(0.5) ? open : Math.max(1, Math.round(open * 0.3))
  const openedOn = latest(
    addDays(today, -random.between(2, 25)),
    addDays(item.document.issuedOn, 3),
    today,
  )
  return {
    id: newId(),
    account,
    item,
    minor,
    reason,
    note,
    openedOn,
    resolution: null,
    resolvedOn: null,
  }
}

export function pastDispute(account: Account, today: Day, random: Random): Disputed[] {
  const item = account.items.findLast(
    ({ totalMinor, dueOn, openOn }) =>
      totalMinor > 0 && dueOn < addDays(today, -30) && openOn(today) === 0,
  )
  if (!item) return []
  const [reason, note] = random.pick(DISPUTES)
  const openedOn = addDays(item.document.issuedOn, random.between(4, 10))
  const resolvedOn = addDays(openedOn, random.between(3, 18))
  const resolution = random.pick(['credit_note', 'delivery_proved', 'rejected', 'paid'] as const)
  const minor = Math.max(1, Math.round(item.totalMinor * 0.2))
  return [
    {
      id: newId(),
      account,
      item,
      minor,
      reason,
      note,
      openedOn,
      resolution,
      resolvedOn: latest(resolvedOn, openedOn, addDays(today, -1)),
    },
  ]
}

/** How such disputes usually end in this company, and how many days that takes. */
const USUAL_ENDS: Readonly<Record<Disputed['reason'], readonly [Resolution, number][]>> = {
  quality: [
    ['credit_note', 16],
    ['rejected', 22],
    ['credit_note', 12],
  ],
  quantity: [
    ['credit_note', 7],
    ['delivery_proved', 5],
  ],
  price: [
    ['credit_note', 9],
    ['corrected_invoice', 6],
    ['credit_note', 14],
  ],
  missing_po: [
    ['corrected_invoice', 4],
    ['corrected_invoice', 3],
  ],
  not_delivered: [
    ['delivery_proved', 6],
    ['delivery_proved', 8],
    ['credit_note', 11],
  ],
  duplicate: [['credit_note', 3]],
  wrong_amount: [
    ['corrected_invoice', 5],
    ['rejected', 8],
  ],
}

/** Disputes of the past year and more, so that it can be seen what they come from. */
export function olderDisputes(accounts: readonly Account[], today: Day): Disputed[] {
  const random = randomOf('older disputes')
  return accounts.flatMap((account) => {
    const closed = account.items.filter(
      ({ totalMinor, dueOn, openOn }) =>
        totalMinor > 0 && dueOn < addDays(today, -40) && openOn(today) === 0,
    )
    if (closed.length === 0) return []
    const item = random.pick(closed)
    // Prices and order numbers are what most of them are about.
    const [reason, note] = random.chance(0.4)
      ? DISPUTES[random.chance(0.6) ? 2 : 3]
      : random.pick(DISPUTES)
    const [resolution, days] = random.pick(USUAL_ENDS[reason])
    const openedOn = addDays(item.document.issuedOn, random.between(4, 12))
    const resolvedOn = addDays(openedOn, days + random.between(0, 3))
    const share = random.pick([0.12, 0.25, 0.5, 1])
    const minor = Math.max(1, Math.round(item.totalMinor * share))
    return [{ id: newId(), account, item, minor, reason, note, openedOn, resolution, resolvedOn }]
  })
}

/** Within the bounds, whatever chance said. */
function latest(wanted: Day, least: Day, most: Day): Day {
  if (wanted < least) return least > most ? most : least
  return wanted > most ? most : wanted
}
