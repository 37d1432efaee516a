import type * as desk from '#contract/collecting/desk'
import type * as ledger from '#contract/ledger'

type Underscored<Name extends string> = Name extends `${infer Subject}.${infer Verb}`
  ? `${Subject}_${Verb}`
  : Name

/** What the time line can tell of a customer; the addresses of texts have no dots of their own. */
type EventKey = Underscored<(typeof desk.EVENT_NAMES)[number] | (typeof ledger.EVENT_NAMES)[number]>

type MessageKey = `message_${
  | 'claimed'
  | 'handed_over'
  | 'accepted'
  | 'refused'
  | 'unknown'
  | 'delivered'
  | 'bounced'
  | 'withdrawn'}`

/** What happened in another system is no event of this one. */
type ElsewhereKey = 'reminder_elsewhere' | 'contact_elsewhere'

export type EventTexts = Readonly<Record<EventKey | MessageKey | ElsewhereKey, string>>
