/** What belongs to the person who is signed in; gone with them. */
export const OWN = 'goodterms-own'

/** Says of an answer that it is not fresh: since when the worker has it. */
export const KEPT_AT = 'x-goodterms-kept'
