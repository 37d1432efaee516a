import type { Day } from '../../kernel/day.ts'
import type { StatementCurrency, StatementItem, StatementSnapshot } from '../statement/index.ts'
import { formatsOf, type NextStepKind, wordsOf } from '../wording/index.ts'
import { blockValue, dayValue, moneyValue, type Value } from './values.ts'

/** What the moment of sending brings beyond the account's figures. */
export type MessageExtra = {
  readonly nextStep?: { readonly kind: NextStepKind; readonly on: Day }
  readonly payment?: { readonly minor: number; readonly currency: string; readonly receivedOn: Day }
  readonly personalNote?: string
  /** The part of a plan that falls due next. */
  readonly instalment?: {
    readonly minor: number
    readonly currency: string
    readonly dueOn: Day
    readonly number: number
    readonly count: number
  }
  /** A plan whose whole rest was made due. */
  readonly acceleration?: Acceleration
}

export type Acceleration = {
  readonly currency: string
  /** What is still open of it, and since when all of that is due. */
  readonly minor: number
  readonly dueOn: Day
  readonly agreedOn: Day
  /** The instalments that did not come whole, with what of each is missing. */
  readonly missed: readonly {
    readonly number: number
    readonly count: number
    readonly dueOn: Day
    readonly minor: number
  }[]
  /** What is open of each invoice in it. */
  readonly items: readonly { readonly number: string; readonly minor: number }[]
}

type Scope = Record<string, unknown>

/** Everything that a text can name, from the frozen figures only. What is absent is null. */
export function scopeOf(snapshot: StatementSnapshot, language: string, extra: MessageExtra): Scope {
  const words = wordsOf(language)
  const { entity, customer, sender, currencies } = snapshot
  const concerned = currencies.flatMap(({ items }) => items.filter((item) => item.isConcerned))
  const dueDays = concerned.map(({ dueOn }) => dueOn).toSorted()
  const only = concerned.length === 1 ? (concerned[0] ?? null) : null
  return {
    greeting: words.greeting(snapshot.recipient.name || null),
    documents: words.documents(concerned.length, only),
    signature: signatureOf(snapshot),
    items_table: blockValue('items_table'),
    account_table: blockValue('account_table'),
    payment_details: hasPaymentDetails(snapshot) ? blockValue('payment_details') : null,
    ...amountsOf(currencies, language),
    count: concerned.length,
    days_late: Math.max(0, ...concerned.map(({ daysLate }) => daysLate)),
    due_on: dueDays[0] ? dayValue(dueDays[0]) : null,
    as_of: dayValue(snapshot.asOf),
    payments_until: orNull(snapshot.paymentsConsideredUntil, dayValue),
    customer: texts({ name: customer.name, number: customer.number, address: customer.address }),
    recipient: texts({ name: snapshot.recipient.name }),
    sender: texts(sender),
    entity: texts({
      name: entity.name,
      address: entity.address,
      vat_id: entity.vatId,
      iban: entity.iban,
    }),
    currencies: currencies.map(currencyScope),
    ...extraScope(extra, language),
  }
}

export function hasPaymentDetails({ entity }: StatementSnapshot): boolean {
  return entity.paymentDetails !== '' || entity.iban !== ''
}

function extraScope(
  { nextStep, payment, personalNote, instalment, acceleration }: MessageExtra,
  language: string,
): Scope {
  return {
    next_step: nextStep ? wordsOf(language).nextStep[nextStep.kind] : null,
    next_step_on: nextStep ? dayValue(nextStep.on) : null,
    payment: {
      amount: payment ? moneyValue(payment.minor, payment.currency) : null,
      received_on: payment ? dayValue(payment.receivedOn) : null,
    },
    instalment: {
      amount: instalment ? moneyValue(instalment.minor, instalment.currency) : null,
      due_on: instalment ? dayValue(instalment.dueOn) : null,
      number: instalment?.number ?? null,
      count: instalment?.count ?? null,
    },
    acceleration: accelerationScope(acceleration),
    personal_note: personalNote?.trim() || null,
  }
}

function accelerationScope(plan: Acceleration | undefined): Scope {
  if (!plan) return { amount: null, due_on: null, agreed_on: null, missed: [], items: [] }
  const { minor, dueOn, agreedOn, missed, items } = plan
  const amount = (part: number) => moneyValue(part, plan.currency)
  return {
    amount: amount(minor),
    due_on: dayValue(dueOn),
    agreed_on: dayValue(agreedOn),
    missed: missed.map((one) => ({
      number: one.number,
      count: one.count,
      due_on: dayValue(one.dueOn),
      amount: amount(one.minor),
    })),
    items: items.map((one) => ({ number: one.number, amount: amount(one.minor) })),
  }
}

type Sum =
  | 'payableMinor'
  | 'overdueMinor'
  | 'notDueMinor'
  | 'disputedMinor'
  | 'creditMinor'
  | 'unappliedMinor'

/** Amounts as a sentence names them: each currency beside the other, '€1,200.00 and US$300.00'. */
function amountsOf(currencies: readonly StatementCurrency[], language: string): Scope {
  const formats = formatsOf(language)
  const sentence = (sum: Sum): Value => {
    const parts = currencies.filter((section) => section[sum] !== 0)
    if (parts.length === 0) return null
    return formats.list(
      parts.map((part) => formats.money({ minor: Math.abs(part[sum]), currency: part.currency })),
    )
  }
  return {
    payable: sentence('payableMinor'),
    overdue: sentence('overdueMinor'),
    not_due: sentence('notDueMinor'),
    disputed: sentence('disputedMinor'),
    credits: sentence('creditMinor'),
    unapplied: sentence('unappliedMinor'),
  }
}

function currencyScope(section: StatementCurrency): Scope {
  const { currency } = section
  const amount = (minor: number) => (minor === 0 ? null : moneyValue(Math.abs(minor), currency))
  return {
    currency,
    payable: moneyValue(section.payableMinor, currency),
    overdue: amount(section.overdueMinor),
    not_due: amount(section.notDueMinor),
    disputed: amount(section.disputedMinor),
    credits: amount(section.creditMinor),
    unapplied: amount(section.unappliedMinor),
    items: section.items
      .filter(({ isConcerned }) => isConcerned)
      .map((item) => itemScope(item, currency)),
  }
}

function itemScope(item: StatementItem, currency: string): Scope {
  return {
    number: item.number,
    purchase_order: item.purchaseOrder || null,
    issued_on: dayValue(item.issuedOn),
    due_on: dayValue(item.dueOn),
    days_late: item.daysLate,
    total: moneyValue(item.totalMinor, currency),
    paid: moneyValue(item.paidMinor, currency),
    remaining: moneyValue(item.openMinor, currency),
    disputed: item.disputedMinor === 0 ? null : moneyValue(item.disputedMinor, currency),
  }
}

function signatureOf({ sender, entity }: StatementSnapshot): Value {
  const reach = [sender.phone, sender.email].filter(Boolean).join(' · ')
  const lines = [sender.name, sender.title, entity.name, reach].filter(Boolean)
  return lines.join('\n') || null
}

/** Absent texts are null, so that `{% if sender.phone %}` asks what it seems to ask. */
function texts<Field extends string>(fields: Readonly<Record<Field, string>>): Scope {
  return Object.fromEntries(
    Object.entries<string>(fields).map(([name, text]) => [name, text.trim() || null]),
  )
}

function orNull<Given>(given: Given | null, make: (given: Given) => Value): Value {
  return given === null ? null : make(given)
}
