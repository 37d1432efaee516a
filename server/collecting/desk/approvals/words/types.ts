import type { LIMIT_CODES } from '../../mandates/rules.ts'

/** What mail and page of a request say, in one language. Asker and customer are filled in by name. */
export type ApprovalWords = {
  readonly title: (customer: string) => string
  readonly button: string
  readonly smallPrint: (until: string) => string
  readonly asks: Readonly<
    Record<'promise' | 'plan', (asker: string, amount: string, until: string) => string>
  >
  readonly facts: {
    readonly customer: string
    readonly amount: string
    readonly until: string
    readonly parts: string
    readonly beyond: string
    readonly overdue: string
    readonly broken: string
    readonly insurer: string
    readonly answerBy: string
  }
  /** How a limit is passed: what is asked, and what the mandate allows. */
  readonly beyond: Readonly<
    Record<(typeof LIMIT_CODES)[number], (asked: string, allowed: string) => string>
  >
  readonly says: (asker: string) => string
  readonly choose: string
  readonly note: string
  readonly noteHint: string
  readonly answers: Readonly<
    Record<
      'approved' | 'refused',
      { readonly name: string; readonly text: (asker: string) => string }
    >
  >
  readonly done: Readonly<Record<'approved' | 'refused', string>>
  readonly doneText: (asker: string) => string
  readonly decided: Readonly<
    Record<'approved' | 'refused', (decider: string, when: string) => string>
  >
  readonly decidedByYou: Readonly<Record<'approved' | 'refused', (when: string) => string>>
  readonly withdrawn: (asker: string) => string
  readonly expired: string
  readonly notYours: string
  /** The debt has changed so that what was asked can no longer be agreed. */
  readonly changed: (asker: string) => string
}
