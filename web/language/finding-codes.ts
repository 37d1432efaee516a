import type { FINDING_CODES } from '#contract/intake/imports/codes'

/** A sentence for everything that can be wrong with a file: a missing one does not compile. */
export type FindingTexts = Readonly<Record<(typeof FINDING_CODES)[number], string>>
