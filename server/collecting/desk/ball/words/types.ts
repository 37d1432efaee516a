import type { TAKING_REFUSALS } from '../contract.ts'

/** What mails and pages about a customer who is with the seller, or might be, say in one language. */
export type BallWords = {
  readonly smallPrint: (until: string) => string
  readonly facts: {
    readonly customer: string
    readonly overdue: string
    readonly oldest: string
    readonly until: string
  }
  readonly days: (count: string) => string
  readonly says: (asker: string) => string
  readonly noteHint: string
  readonly take: {
    readonly title: (customer: string) => string
    readonly asks: (asker: string, until: string) => string
    readonly button: string
    readonly note: string
    readonly do: string
    readonly doText: (until: string) => string
    readonly otherwise: string
    readonly decline: string
    readonly declineText: string
    readonly declined: string
    readonly done: string
    readonly doneText: (customer: string, until: string) => string
    readonly theirs: (customer: string, until: string) => string
    readonly refusals: Readonly<Record<(typeof TAKING_REFUSALS)[number], string>>
  }
  readonly tell: {
    readonly title: (customer: string) => string
    readonly asks: (asker: string, customer: string, until: string) => string
    readonly button: string
  }
}
