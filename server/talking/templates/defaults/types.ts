export type Tone = 'friendly' | 'firm' | 'final' | 'thanks' | 'neutral'

export const SHIPPED = {
  before_due_friendly: 'friendly',
  reminder_friendly: 'friendly',
  reminder_firm: 'firm',
  reminder_final: 'final',
  promise_broken: 'firm',
  invoice_note: 'friendly',
  instalment_missed: 'firm',
  thank_you: 'thanks',
  statement_only: 'neutral',
  seller_friendly: 'friendly',
  consumer_friendly: 'friendly',
  consumer_firm: 'firm',
  consumer_final: 'final',
  letter_reminder: 'firm',
  letter_final: 'final',
  documents_asked: 'neutral',
  remittance_request: 'neutral',
  instalment_reminder: 'friendly',
  dispute_settled: 'neutral',
  plan_accelerated: 'firm',
} as const satisfies Readonly<Record<string, Tone>>

export type ShippedKey = keyof typeof SHIPPED

export type ShippedText = {
  /** What the template is called in a list, in this language. */
  readonly name: string
  readonly subject: string
  readonly body: string
}

/** What happened, or what somebody asked for; all others remind of what is due. */
type AnswerKey =
  | 'promise_broken'
  | 'invoice_note'
  | 'instalment_missed'
  | 'thank_you'
  | 'statement_only'
  | 'documents_asked'
  | 'remittance_request'
  | 'instalment_reminder'
  | 'dispute_settled'
  | 'plan_accelerated'

export type AnswerTexts = Readonly<Record<AnswerKey, ShippedText>>

export type ReminderTexts = Readonly<Record<Exclude<ShippedKey, AnswerKey>, ShippedText>>

export type ShippedTexts = Readonly<Record<ShippedKey, ShippedText>>
