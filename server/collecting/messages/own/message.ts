import type { FileRef } from '../stored.ts'

/** A message outside every playbook: it answers what the customer said, or what was agreed asks for it. */
export type OwnMessage = {
  readonly customerId: string
  readonly legalEntityId: string
  readonly lane: 'seller' | 'finance'
  readonly templateKey:
    | 'documents_asked'
    | 'remittance_request'
    | 'instalment_reminder'
    | 'dispute_settled'
    | 'plan_accelerated'
    | 'message_copy'
  /** What it answers: with the template its identity, so that it goes once. */
  readonly cycle: string
  readonly contactId: string | null
  readonly senderId: string | null
  readonly receivableIds: readonly string[]
  readonly hasStatement: boolean
  readonly files: readonly FileRef[]
  /** What a person wrote themselves, where the text has a place for it. */
  readonly said?: string
  /** Of a copy: the message that left, and why somebody has it sent again. */
  readonly copy?: Copied
}

export type Copied = { readonly of: string; readonly why: string }
