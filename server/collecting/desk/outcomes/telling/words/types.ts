import type { EvenRhythm } from '../../../../../kernel/instalments.ts'
import type { OUTCOME_KINDS } from '../../contract.ts'

/** Why an answer cannot be written down as it stands; its page comes back with the reason. */
export type ToldRefusal =
  | 'already_disputed'
  | 'already_in_plan'
  | 'already_promised'
  | 'disputes_more_than_open'
  | 'instalment_in_the_past'
  | 'instalments_do_not_add_up'
  | 'malformed_email'
  | 'malformed_phone'
  | 'more_than_owed'
  | 'not_readable'
  | 'nothing_open'
  | 'promised_for_the_past'
  | 'promised_too_late'

/** The page on which a seller tells what came of it, in one language. */
export type TellWords = {
  readonly said: string
  readonly whom: string
  readonly nobodyNamed: string
  readonly choose: string
  readonly outcomes: Readonly<
    Record<(typeof OUTCOME_KINDS)[number], { readonly name: string; readonly text: string }>
  >
  /** What the button says that writes an answer with its details down. */
  readonly note: Readonly<
    Record<
      'promised' | 'wants_plan' | 'dispute' | 'already_paid' | 'needs_documents' | 'wrong_person',
      string
    >
  >
  readonly amount: (currency: string) => string
  readonly day: string
  /** What may be agreed alone; beyond it somebody is asked. */
  readonly alone: (day: string) => string
  readonly plan: {
    readonly which: (total: string) => string
    readonly parts: string
    readonly partsAlone: (count: string) => string
    readonly firstOn: string
    readonly firstAmount: (currency: string) => string
    readonly firstHint: string
    readonly rhythm: string
    readonly rhythms: Readonly<Record<EvenRhythm, string>>
  }
  readonly dispute: {
    readonly invoice: string
    readonly chooseInvoice: string
    readonly reason: string
    readonly chooseReason: string
    readonly amount: string
    readonly amountHint: string
  }
  readonly paid: {
    readonly which: string
    readonly on: string
    readonly reference: string
    readonly asks: string
  }
  readonly documents: {
    readonly which: string
    readonly without: string
  }
  readonly person: {
    readonly hint: string
    readonly name: string
    readonly email: string
    readonly phone: string
  }
  readonly invoice: (number: string, day: string, open: string) => string
  readonly missing: Readonly<
    Record<
      | 'promised'
      | 'wants_plan'
      | 'dispute'
      | 'already_paid'
      | 'needs_documents'
      | 'wrong_person'
      | 'other',
      string
    >
  >
  readonly refusals: Readonly<Record<ToldRefusal, string>>
  readonly done: string
  readonly doneText: string
  /** What followed from it. */
  readonly followed: {
    readonly asked: string
    readonly disputed: string
    readonly mailed: string
    readonly asksDetails: string
    readonly byHand: string
    readonly without: (numbers: string) => string
    readonly retry: (day: string) => string
  }
  readonly goneBack: (customer: string) => string
  readonly refused: string
}
