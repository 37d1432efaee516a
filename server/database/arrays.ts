const texts = new WeakMap<readonly string[], string>()

/**
 * Identifiers as PostgreSQL writes an array of them. The driver would look at each for what to escape,
 * in every statement anew: these need nothing, and a list that goes along with many is written once.
 */
export function idArray(ids: readonly string[]): string {
  const known = texts.get(ids)
  if (known !== undefined) return known
  const text = `{${ids.join(',')}}`
  texts.set(ids, text)
  return text
}
