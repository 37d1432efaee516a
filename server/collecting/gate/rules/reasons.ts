import type { Day } from '../../../kernel/day.ts'
import { decimalOf } from '../../../kernel/money.ts'

export type ReasonCode =
  | 'ledger_stale'
  | 'ledger_never_synced'
  | 'bank_stale'
  | 'disputed'
  | 'promised'
  | 'item_on_hold'
  | 'invoice_too_new'
  | 'vanished_from_source'
  | 'credits_cover'
  | 'unapplied_cash_covers'
  | 'below_floor'
  | 'customer_on_hold'
  | 'ball_with_seller'
  | 'ball_with_legal'
  | 'unmatched_cash'
  | 'cash_search_open'
  | 'reply_waiting'
  | 'meeting_today'
  | 'seller_spoke'
  | 'seller_question_open'
  | 'terms_talk'
  | 'minimum_gap'
  | 'frequency_cap'
  | 'not_a_business_day'
  | 'decision_open'
  | 'message_unknown'
  | 'message_in_flight'
  | 'no_contact'
  | 'no_email_address'
  | 'email_bounced'
  | 'do_not_contact'
  | 'no_sms_consent'
  | 'no_phone'
  | 'no_postal_address'
  | 'task_open'
  | 'ask_first_step'
  | 'ask_first_amount'
  | 'due_date_assumed'
  | 'ladder_exhausted'
  | 'no_playbook'
  | 'paid'
  | 'step_changed'
  | 'nothing_due'
  | 'already_sent'
  | 'run_cancelled'
  | 'dropped_by_person'
  | 'template_broken'
  | 'mail_not_ready'
  | 'mail_refused'
  | 'record_broken'

/** Why: a code, what completes its sentence, and the items that it concerns (none: the customer). */
export type Reason = {
  readonly code: ReasonCode
  readonly values: Readonly<Record<string, string | number>>
  readonly openItemIds: readonly string[]
}

export function reason(
  code: ReasonCode,
  values: Reason['values'] = {},
  openItemIds: readonly string[] = [],
): Reason {
  return { code, values, openItemIds }
}

/** An amount as values of a reason. */
export function amountValues(currency: string, minor: number): Record<string, string> {
  return { amount: decimalOf({ minor, currency }), currency }
}

/** Reasons about items, one for each code and set of values. */
export function itemReasons(
  found: readonly { readonly code: ReasonCode; readonly itemId: string; readonly until?: Day }[],
): Reason[] {
  const groups = new Map<string, { code: ReasonCode; until: Day | undefined; ids: string[] }>()
  for (const { code, itemId, until } of found) {
    const key = `${code} ${until ?? ''}`
    const group = groups.get(key) ?? { code, until, ids: [] }
    group.ids.push(itemId)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ code, until, ids }) =>
    reason(code, { items: ids.length, ...(until ? { until } : {}) }, ids),
  )
}
