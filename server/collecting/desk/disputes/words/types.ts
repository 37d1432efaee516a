import type { Decision } from '../rules/settle.ts'

/** What is written for people about a dispute: by the program, to be sent by a person. */
export type DisputeWords = {
  /** For finance: what to look for. */
  readonly search: (number: string, amount: string) => string
  /** For the customer: how their dispute ended. '' where there is nothing to say. */
  readonly told: Readonly<
    Record<Decision, (number: string, note: string, document: string) => string>
  >
}
