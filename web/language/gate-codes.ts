import type { REASON_CODES } from '#contract/collecting/gate'

/** Every reason to hold, to ask first or to go another way; each language has a sentence for each. */
export type GateTexts = Readonly<Record<(typeof REASON_CODES)[number], string>>
