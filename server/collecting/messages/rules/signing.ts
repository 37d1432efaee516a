type Signer = { readonly id: string; readonly roles: readonly string[] }

const FINANCE: ReadonlySet<string> = new Set([
  'collector',
  'credit_manager',
  'finance_director',
  'legal',
])

/**
 * Whether a person's name may stand under a message. What is formal comes from a person of finance
 * who is not the customer's seller, whatever a playbook or a roster says: otherwise the company signs.
 */
export function maySign(
  { id, roles }: Signer,
  { isFormal, ownerId }: { readonly isFormal: boolean; readonly ownerId: string | null },
): boolean {
  return !isFormal || (id !== ownerId && roles.some((role) => FINANCE.has(role)))
}
