import type { Day } from '../kernel/day.ts'
import type { DemoCustomer } from './customers.ts'
import type { DemoDocument, DemoItem, DemoPayment, Trade } from './trade.ts'

export type AccountItem = DemoItem & {
  readonly document: DemoDocument
  readonly number: string
  /** What is open at the end of a day; 0 before it was issued. */
  readonly openOn: (on: Day) => number
  /** The last day on which anything was set against it. */
  readonly lastSetOn: Day
}

/** A customer's account, to be looked at on any day. */
export type Account = {
  readonly customer: DemoCustomer
  readonly items: readonly AccountItem[]
  readonly payments: readonly DemoPayment[]
}

export function accountOf(
  customer: DemoCustomer,
  trade: Trade,
  numbers: ReadonlyMap<string, string>,
): Account {
  const allocations = Map.groupBy(trade.allocations, ({ openItemId }) => openItemId)
  const items = trade.documents.flatMap((document) =>
    document.items.map((item) => {
      const set = allocations.get(item.id) ?? []
      return {
        ...item,
        document,
        number: numbers.get(document.id) ?? '',
        lastSetOn: set.reduce((last, { on }) => (on > last ? on : last), document.issuedOn),
        openOn: (on: Day) => {
          if (document.issuedOn > on) return 0
          return set.reduce(
            (open, row) => (row.on <= on ? open - row.amountMinor : open),
            item.totalMinor,
          )
        },
      }
    }),
  )
  return { customer, items, payments: trade.payments }
}

export function overdueOn({ items }: Account, on: Day): AccountItem[] {
  return items.filter(({ dueOn, openOn }) => dueOn < on && openOn(on) > 0)
}
