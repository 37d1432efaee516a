/** A person as pages show them, from what a left join gave; null where there is nobody. */
export function personOf(
  id: string | null,
  name: string | null,
): { id: string; name: string } | null {
  return id !== null && name !== null ? { id, name } : null
}
