import { daysBetween, type Day } from '../../../../../kernel/day.ts'

export const QUESTION_CODES = [
  'promise_broken',
  'promise_due',
  'arrived',
  'lost',
  'wrong',
  'order_number',
  'dispute',
  'on_account',
  'who_pays',
  'when_pays',
  'new_address',
] as const

export type Question = {
  readonly code: (typeof QUESTION_CODES)[number]
  /** The invoices it is about. */
  readonly numbers: readonly string[]
  readonly day: Day | null
}

export type LateInvoice = {
  readonly number: string
  readonly dueOn: Day
  readonly deliveredOn: Day | null
  readonly purchaseOrder: string
}

export type QuestionFacts = {
  readonly today: Day
  /** Overdue, not disputed and not promised, the oldest first. */
  readonly late: readonly LateInvoice[]
  /** They answered, promised, disputed or paid a part since the oldest of these was issued. */
  readonly haveSpoken: boolean
  readonly remindersSent: number
  /** Others of their invoices carry an order number. */
  readonly useOrderNumbers: boolean
  /** The newest promise that was not kept, while something is overdue. */
  readonly brokenPromise: Day | null
  readonly livePromise: Day | null
  readonly disputedNumbers: readonly string[]
  readonly hasMoneyOnAccount: boolean
  readonly knowsWhoPays: boolean
  readonly knowsWhenTheyPay: boolean
  readonly hasBouncedAddress: boolean
}

/** More would be an interrogation. */
const MOST_QUESTIONS = 6
/** An invoice so late, with reminders and no word, may lie in a wrong tray. */
const LOST_FROM_DAYS = 14

/** What to ask first, chosen by what is known: the questions that could explain the silence. */
export function questionsOf(facts: QuestionFacts): Question[] {
  const { late, today, haveSpoken, brokenPromise, livePromise } = facts
  const ask = (
    code: Question['code'],
    of: readonly LateInvoice[] = [],
    day: Day | null = null,
  ) => ({
    code,
    numbers: of.map(({ number }) => number),
    day,
  })
  const silent = haveSpoken ? [] : late
  const unconfirmed = silent.filter(({ deliveredOn }) => deliveredOn === null)
  const longLate = silent.filter(({ dueOn }) => daysBetween(dueOn, today) >= LOST_FROM_DAYS)
  const withoutOrder = late.filter(({ purchaseOrder }) => purchaseOrder === '')
  const questions: (Question | false)[] = [
    brokenPromise !== null && late.length > 0 && ask('promise_broken', [], brokenPromise),
    livePromise !== null && ask('promise_due', [], livePromise),
    unconfirmed.length > 0 && ask('arrived', unconfirmed),
    longLate.length > 0 && facts.remindersSent > 0 && ask('lost', longLate),
    late.length > 0 && facts.disputedNumbers.length === 0 && ask('wrong'),
    facts.useOrderNumbers && withoutOrder.length > 0 && ask('order_number', withoutOrder),
    facts.disputedNumbers.length > 0 && { ...ask('dispute'), numbers: facts.disputedNumbers },
    facts.hasMoneyOnAccount && late.length > 0 && ask('on_account'),
    !facts.knowsWhoPays && ask('who_pays'),
    !facts.knowsWhenTheyPay && late.length > 0 && ask('when_pays'),
    facts.hasBouncedAddress && ask('new_address'),
  ]
  return questions.filter((question) => question !== false).slice(0, MOST_QUESTIONS)
}
