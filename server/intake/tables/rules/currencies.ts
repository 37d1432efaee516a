const KNOWN = new Set(Intl.supportedValuesOf('currency'))

/** Whether the text is a code of ISO 4217, of today or the past. */
export function isKnownCurrency(text: string): boolean {
  return KNOWN.has(text)
}
