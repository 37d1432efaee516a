import type { DEPARTMENTS, DISPUTE_REASONS } from '../../contract.ts'
import type { ANSWERS } from '../contract.ts'

/** What mail and page of a question say, in one language. */
export type QuestionWords = {
  readonly mail: {
    readonly subject: (customer: string, number: string) => string
    readonly greeting: (name: string) => string
    readonly asks: (asker: string, customer: string, number: string) => string
    readonly button: string
    readonly smallPrint: (organisation: string) => string
  }
  readonly reminder: {
    readonly subject: (customer: string, number: string) => string
    readonly asks: (asker: string, customer: string, number: string) => string
  }
  readonly facts: {
    readonly customer: string
    readonly invoice: string
    readonly reason: string
    readonly amount: string
    readonly answerBy: string
    readonly saysCustomer: string
  }
  readonly page: {
    readonly title: (customer: string, number: string) => string
    readonly asks: (asker: string) => string
    readonly note: string
    readonly noteHint: string
    readonly choose: string
    readonly done: string
    readonly doneText: (asker: string) => string
    readonly later: string
    readonly laterText: (day: string) => string
    readonly answered: string
    readonly settled: string
    readonly file: string
    readonly fileHint: string
    readonly notUs: string
    readonly notUsHint: string
    readonly department: string
    readonly passOn: string
    readonly passedOn: string
    readonly passedOnText: (department: string) => string
  }
  readonly answers: Readonly<
    Record<(typeof ANSWERS)[number], { readonly name: string; readonly text: string }>
  >
  readonly reasons: Readonly<Record<(typeof DISPUTE_REASONS)[number], string>>
  /** What a department is asked by itself when a dispute comes to it. */
  readonly usual: Readonly<Record<(typeof DISPUTE_REASONS)[number], string>>
  readonly departments: Readonly<Record<(typeof DEPARTMENTS)[number], string>>
}
