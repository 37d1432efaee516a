import type * as desk from '#contract/collecting/desk'
import type * as insight from '#contract/insight'
import type * as intake from '#contract/intake'
import type * as ledger from '#contract/ledger'

/** Said by the house itself, in front of every room. */
type HouseCode =
  | 'sign_in_first'
  | 'choose_an_organisation'
  | 'not_permitted'
  | 'cross_site_request'
  | 'header_missing'
  | 'malformed_request'
  | 'no_such_page'
  | 'internal_error'

/** Every "no" that a reader can meet. Each language has a sentence for each, or does not compile. */
export type RefusalCode =
  | HouseCode
  | (typeof ledger.REFUSAL_CODES)[number]
  | (typeof desk.REFUSAL_CODES)[number]
  | (typeof intake.REFUSAL_CODES)[number]
  | (typeof insight.REFUSAL_CODES)[number]

export type RefusalTexts = Readonly<Record<RefusalCode, string>>
