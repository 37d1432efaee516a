import { addDays, daysBetween, type Day } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import { exponentOf, splitMinor } from '../kernel/money.ts'
import { businessCalendar } from '../ledger/index.ts'
import { ENTITIES } from './company.ts'
import type { DemoCustomer, Size } from './customers.ts'
import { sharesOf } from './habits.ts'
import { randomOf, type Random } from './random.ts'

export const HISTORY_DAYS = 730

export type DemoItem = {
  readonly id: string
  readonly sequence: number
  readonly dueOn: Day
  readonly totalMinor: number
}

export type DemoDocument = {
  readonly id: string
  readonly customer: DemoCustomer
  readonly kind: 'invoice' | 'credit_note'
  readonly issuedOn: Day
  readonly currency: string
  readonly totalMinor: number
  readonly purchaseOrder: string
  readonly items: readonly DemoItem[]
}

export type DemoAllocation = {
  readonly id: string
  readonly customerId: string
  readonly openItemId: string
  readonly kind: 'payment' | 'credit' | 'write_off'
  readonly paymentId: string | null
  readonly pairId: string | null
  readonly amountMinor: number
  readonly on: Day
  readonly reversesId: string | null
}

export type DemoPayment = {
  readonly id: string
  readonly customer: DemoCustomer
  readonly amountMinor: number
  readonly currency: string
  readonly on: Day
  readonly reversesId: string | null
}

export type Trade = {
  readonly documents: readonly DemoDocument[]
  readonly payments: readonly DemoPayment[]
  readonly allocations: readonly DemoAllocation[]
}

const TYPICAL: Readonly<Record<Size, { daysBetween: number; amount: number }>> = {
  small: { daysBetween: 52, amount: 480 },
  medium: { daysBetween: 24, amount: 1_900 },
  large: { daysBetween: 11, amount: 7_400 },
}

/** What a currency's amounts are to euros, roughly: a yen invoice has more digits. */
const SCALE: Readonly<Record<string, number>> = { JPY: 165, USD: 1.1 }

/** Two years of a customer's invoices and money, up to and including today. */
export function makeTrade(customer: DemoCustomer, today: Day): Trade {
  const random = randomOf(`trade ${customer.number}`)
  const invoices =
    customer.segment === 'consumer'
      ? [makePurchase(customer, today, random)]
      : makeInvoices(customer, today, random)
  const credits = invoices.flatMap((invoice) => makeCredit(invoice, today, random))
  const dues = invoices.flatMap((invoice) => duesOf(invoice, credits, { today, random }))
  const paid = settle(customer, dues)
  return {
    documents: [...invoices, ...credits.map(({ note }) => note)],
    payments: paid.payments,
    allocations: [...credits.flatMap(({ pair }) => pair), ...paid.allocations],
  }
}

function makeInvoices(customer: DemoCustomer, today: Day, random: Random): DemoDocument[] {
  const { daysBetween: usual } = TYPICAL[customer.size]
  const calendar = calendarOf(customer)
  const invoices: DemoDocument[] = []
  let on = addDays(today, -HISTORY_DAYS + random.between(0, usual))
  // Some customers came later than the history begins.
  if (random.chance(0.2)) on = addDays(on, random.between(30, 500))
  while (on <= today) {
    const issuedOn = calendar.nextBusinessDay(on)
    if (issuedOn <= today) invoices.push(makeInvoice(customer, issuedOn, random))
    on = addDays(on, Math.max(2, Math.round(usual * (0.4 + random.next() * 1.2))))
  }
  return invoices
}

function makeInvoice(customer: DemoCustomer, issuedOn: Day, random: Random): DemoDocument {
  const totalMinor = amountOf(customer, random)
  const dueOn = addDays(issuedOn, customer.termsDays)
  const parts = customer.size === 'large' && random.chance(0.06) ? 3 : 1
  const items = splitMinor(
    totalMinor,
    Array.from({ length: parts }, () => 1),
  ).map((minor, index) => ({
    id: newId(),
    sequence: index + 1,
    dueOn: addDays(dueOn, index * 30),
    totalMinor: minor,
  }))
  return {
    id: newId(),
    customer,
    kind: 'invoice',
    issuedOn,
    currency: currencyOf(customer, random),
    totalMinor,
    purchaseOrder:
      customer.size !== 'small' && random.chance(0.6)
        ? `45${random.between(10_000_000, 99_999_999)}`
        : '',
    items,
  }
}

/** Some in Britain buy in euros too. */
function currencyOf({ country, currency, size }: DemoCustomer, random: Random): string {
  return country === 'GB' && size === 'large' && random.chance(0.3) ? 'EUR' : currency
}

function amountOf({ size, currency }: DemoCustomer, random: Random): number {
  const typical = TYPICAL[size].amount * (SCALE[currency] ?? 1)
  const amount = typical * Math.exp(random.around(0, 0.6))
  return Math.max(2_000, Math.round(amount * 10 ** exponentOf(currency)))
}

/** A machine for home, paid in six instalments. */
function makePurchase(customer: DemoCustomer, today: Day, random: Random): DemoDocument {
  const issuedOn = calendarOf(customer).nextBusinessDay(addDays(today, -random.between(60, 260)))
  const totalMinor = random.between(1_190, 2_690) * 100 - 1
  const items = splitMinor(totalMinor, [1, 1, 1, 1, 1, 1]).map((minor, index) => ({
    id: newId(),
    sequence: index + 1,
    dueOn: addDays(issuedOn, 14 + index * 30),
    totalMinor: minor,
  }))
  const { currency } = customer
  return {
    id: newId(),
    customer,
    kind: 'invoice',
    issuedOn,
    currency,
    totalMinor,
    purchaseOrder: '',
    items,
  }
}

type Credit = {
  readonly invoiceId: string
  readonly note: DemoDocument
  /** What of it is set against the invoice. */
  readonly setMinor: number
  readonly pair: readonly DemoAllocation[]
}

/** Now and then part of an invoice is credited, before it is due, and set against it. */
function makeCredit(invoice: DemoDocument, today: Day, random: Random): Credit[] {
  const [item] = invoice.items
  if (invoice.items.length > 1 || !item || !random.chance(0.03)) return []
  const calendar = calendarOf(invoice.customer)
  const on = calendar.nextBusinessDay(addDays(invoice.issuedOn, random.between(4, 12)))
  if (on > today || on >= item.dueOn) return []
  const minor = Math.round(invoice.totalMinor * (0.05 + random.next() * 0.25))
  const { customer, currency } = invoice
  const credited = { id: newId(), sequence: 1, dueOn: on, totalMinor: -minor }
  const note: DemoDocument = {
    id: newId(),
    customer,
    kind: 'credit_note',
    issuedOn: on,
    currency,
    purchaseOrder: '',
    totalMinor: -minor,
    items: [credited],
  }
  // One in six is left standing: somebody still has to set it against something.
  if (random.chance(0.16)) return [{ invoiceId: invoice.id, note, setMinor: 0, pair: [] }]
  const pair = [
    { ...allocation(customer, { openItemId: item.id, minor, on }), kind: 'credit' as const },
    {
      ...allocation(customer, { openItemId: credited.id, minor: -minor, on }),
      kind: 'credit' as const,
    },
  ]
  const pairId = newId()
  return [
    { invoiceId: invoice.id, note, setMinor: minor, pair: pair.map((row) => ({ ...row, pairId })) },
  ]
}

type Setting = {
  readonly openItemId: string
  readonly minor: number
  readonly on: Day
  readonly paymentId?: string
}

export function allocation(
  { id }: Pick<DemoCustomer, 'id'>,
  { openItemId, minor, on, paymentId }: Setting,
): DemoAllocation {
  return {
    id: newId(),
    customerId: id,
    openItemId,
    kind: 'payment',
    paymentId: paymentId ?? null,
    pairId: null,
    amountMinor: minor,
    on,
    reversesId: null,
  }
}

type Due = {
  readonly openItemId: string
  readonly minor: number
  readonly currency: string
  readonly on: Day
}

/** What is paid of an invoice when, by the customer's habit; what lies ahead is left out. */
function duesOf(
  invoice: DemoDocument,
  credits: readonly Credit[],
  { today, random }: { today: Day; random: Random },
): Due[] {
  const { customer, currency } = invoice
  const calendar = calendarOf(customer)
  const credited = credits.find(({ invoiceId }) => invoiceId === invoice.id)?.setMinor ?? 0
  const age = 1 - daysBetween(invoice.issuedOn, today) / HISTORY_DAYS
  // A few are forgotten on both sides for a long time.
  if (random.chance(0.008) && daysBetween(invoice.issuedOn, today) < 240) return []
  return invoice.items.flatMap((item, index) => {
    const minor = item.totalMinor - (index === 0 ? credited : 0)
    const shares = sharesOf(customer.habit, item.dueOn, age, random)
    const amounts = splitMinor(
      minor,
      shares.map(({ share }) => Math.round(share * 100)),
    )
    return shares.flatMap((share, place) => {
      const on = calendar.nextBusinessDay(share.on < invoice.issuedOn ? invoice.issuedOn : share.on)
      const amount = amounts[place] ?? 0
      return on <= today && amount > 0 ? [{ openItemId: item.id, minor: amount, currency, on }] : []
    })
  })
}

/** Debts that are paid on one day come as one payment. */
function settle(customer: DemoCustomer, dues: readonly Due[]): Omit<Trade, 'documents'> {
  const payments: DemoPayment[] = []
  const allocations: DemoAllocation[] = []
  for (const together of Map.groupBy(dues, ({ on, currency }) => `${on} ${currency}`).values()) {
    const [first] = together
    if (!first) continue
    const { on, currency } = first
    const amountMinor = together.reduce((sum, { minor }) => sum + minor, 0)
    const paymentId = newId()
    payments.push({ id: paymentId, customer, amountMinor, currency, on, reversesId: null })
    allocations.push(...together.map((due) => allocation(customer, { ...due, paymentId })))
  }
  return { payments, allocations }
}

export function calendarOf({ entity }: DemoCustomer) {
  const { country, region } = ENTITIES[entity]
  return businessCalendar(country, region)
}
