import * as z from 'zod'

import { Currency, Day, Id, Instant } from '../http/contract.ts'

/** Every "no" of this room, for the language files. */
export const REFUSAL_CODES = [
  'no_such_customer',
  'no_such_entity',
  'no_such_receivable',
  'no_such_item',
  'no_such_payment',
  'no_such_allocation',
  'no_such_contact',
  'no_such_hold',
  'no_such_evidence',
  'sealed_record',
  'no_such_member',
  'no_such_playbook',
  'no_such_rate',
  'malformed_cursor',
  'more_than_open',
  'more_than_left',
  'wrong_currency',
  'other_customer',
  'same_item_twice',
  'not_a_credit',
  'not_a_debt',
  'before_document',
  'dated_in_future',
  'already_reversed',
  'is_a_reversal',
  'reversed_too_early',
  'hold_ends_before_start',
  'hold_ends_in_past',
  'hold_starts_in_past',
  'hold_already_lifted',
  'hold_already_ended',
  'hold_already_approved',
  'hold_needs_no_approval',
  'hold_needs_another_approver',
  'malformed_email',
  'malformed_phone',
  'contact_without_a_way',
  'consent_without_phone',
  'parent_is_itself',
  'parent_makes_circle',
  'no_such_time_zone',
  'no_such_currency',
  'no_such_country',
  'malformed_iban',
  'code_taken',
  'file_missing',
  'file_empty',
  'file_too_large',
  'file_type_not_allowed',
  'as_of_in_future',
] as const

/** What this room writes into the history. */
export const EVENT_NAMES = [
  'customer.changed',
  'customer.owner_assigned',
  'contact.added',
  'contact.changed',
  'contact.removed',
  'contact.bounced',
  'payment.recorded',
  'payment.reversed',
  'allocation.made',
  'allocation.reversed',
  'receivable.written_off',
  'hold.placed',
  'hold.approved',
  'hold.lifted',
  'evidence.added',
  'evidence.removed',
  'entity.created',
  'entity.changed',
  'rate.set',
] as const

export const RECEIVABLE_KINDS = ['invoice', 'credit_note', 'debit_note', 'on_account'] as const
export const LANES = ['finance', 'seller', 'legal'] as const
export const SEGMENTS = ['commercial', 'consumer'] as const

export const Person = z.object({ id: Id, name: z.string() })
export const CustomerName = z.object({ id: Id, number: z.string(), name: z.string() })
export const CustomerPath = z.object({ customerId: Id })
export const Created = z.object({ id: Id })
export const Done = z.object({})

/** What is owed in one currency. balance = owed + credit − on account; two currencies never add. */
export const Totals = z.object({
  currency: Currency,
  /** Σ open of invoices. */
  owedMinor: z.int(),
  /** The part of owed that is past its due day. */
  overdueMinor: z.int(),
  /** Σ open of credit notes, as a negative. */
  creditMinor: z.int(),
  /** Money that came and is not yet set against anything, as a positive. */
  onAccountMinor: z.int(),
  balanceMinor: z.int(),
})

/** How far the facts of one legal entity are known. Whatever states an amount shows it. */
export const Freshness = z.object({
  legalEntityId: Id,
  legalEntity: z.string(),
  today: Day,
  ledgerSyncedAt: Instant.nullable(),
  isLedgerFresh: z.boolean(),
  paymentsConsideredUntil: Day.nullable(),
  arePaymentsFresh: z.boolean(),
})

/** Which customers a list or a figure is about: every part given must hold. */
export const Scope = z.object({
  entity: Id.optional(),
  /** Today's owner; 'none' finds what nobody owns. */
  owner: z.union([Id, z.literal('none')]).optional(),
  collector: z.union([Id, z.literal('none')]).optional(),
  segment: z.enum(SEGMENTS).optional(),
  currency: Currency.optional(),
})

export const Paging = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** The account alone, or with everything beneath it in its group. */
export const AccountOrGroup = z.enum(['account', 'group'])
