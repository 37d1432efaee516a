export type EntityFacts = {
  readonly isTimeZone: boolean
  readonly isCurrency: boolean
  readonly isIban: boolean
  readonly isCodeTaken: boolean
}

/** Says why a legal entity cannot be written so, or null when it can. */
export function refusalOfEntity({ isTimeZone, isCurrency, isIban, isCodeTaken }: EntityFacts) {
  if (!isTimeZone) return 'no_such_time_zone'
  if (!isCurrency) return 'no_such_currency'
  if (!isIban) return 'malformed_iban'
  return isCodeTaken ? 'code_taken' : null
}
