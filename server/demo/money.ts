import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import type { Random } from './random.ts'
import { type DemoAllocation, type DemoPayment, type Trade } from './trade.ts'

/** What goes wrong with money: debits that come back, invoices paid twice, cents that are waived. */
export function withMishaps(trades: readonly Trade[], today: Day, random: Random): Trade[] {
  const returned = pickWith(trades, random, 6, (trade) => lastPayment(trade, today, 60))
  const doubled = pickWith(trades, random, 7, (trade) => lastPayment(trade, today, 35))
  return trades.map((trade) => {
    const bounced = returned.get(trade)
    const twice = doubled.get(trade)
    if (bounced) return withReturn(trade, bounced, today)
    return twice ? withDouble(trade, twice, { today, random }) : trade
  })
}

function pickWith<Found>(
  trades: readonly Trade[],
  random: Random,
  count: number,
  find: (trade: Trade) => Found | undefined,
): Map<Trade, Found> {
  const found = new Map<Trade, Found>()
  const pool = [...trades]
  while (found.size < count && pool.length > 0) {
    const [trade] = pool.splice(random.between(0, pool.length - 1), 1)
    const payment = trade && find(trade)
    if (trade && payment) found.set(trade, payment)
  }
  return found
}

function lastPayment({ payments }: Trade, today: Day, days: number): DemoPayment | undefined {
  return payments.findLast(({ on }) => on >= addDays(today, -days) && on < addDays(today, -4))
}

/** The bank takes a payment back three days later: what it had settled is open again. */
function withReturn(trade: Trade, payment: DemoPayment, today: Day): Trade {
  const on = addDays(payment.on, Math.min(3, daysBetween(payment.on, today)))
  const back = trade.allocations
    .filter(({ paymentId }) => paymentId === payment.id)
    .map((row): DemoAllocation => ({
      ...row,
      id: newId(),
      amountMinor: -row.amountMinor,
      on,
      reversesId: row.id,
    }))
  const reversal = {
    ...payment,
    id: newId(),
    amountMinor: -payment.amountMinor,
    on,
    reversesId: payment.id,
  }
  return {
    ...trade,
    payments: [...trade.payments, reversal],
    allocations: [...trade.allocations, ...back],
  }
}

/** The same money comes a second time and waits for somebody to find out what for. */
function withDouble(
  trade: Trade,
  payment: DemoPayment,
  { today, random }: { today: Day; random: Random },
): Trade {
  const on = addDays(today, -random.between(0, 3))
  const amountMinor = random.chance(0.5) ? payment.amountMinor : Math.round(payment.amountMinor / 3)
  return { ...trade, payments: [...trade.payments, { ...payment, id: newId(), amountMinor, on }] }
}
