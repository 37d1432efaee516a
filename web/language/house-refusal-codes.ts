import type * as access from '#contract/access'
import type * as meetings from '#contract/collecting/meetings'
import type * as messages from '#contract/collecting/messages'
import type * as playbooks from '#contract/collecting/playbooks'
import type * as runs from '#contract/collecting/runs'
import type * as notifying from '#contract/notifying'
import type * as talking from '#contract/talking'

import type { RefusalCode } from './refusal-codes.ts'

type Codes =
  | (typeof access.REFUSAL_CODES)[number]
  | (typeof talking.REFUSAL_CODES)[number]
  | (typeof playbooks.REFUSAL_CODES)[number]
  | (typeof runs.REFUSAL_CODES)[number]
  | (typeof messages.REFUSAL_CODES)[number]
  | (typeof meetings.REFUSAL_CODES)[number]
  | (typeof notifying.REFUSAL_CODES)[number]

/** The considered "no" of settings, templates, playbooks and runs, beside those of the daily work. */
export type HouseRefusalTexts = Readonly<Record<Exclude<Codes, RefusalCode>, string>>
