export type ContactDraft = {
  readonly name: string
  readonly email: string
  /** As it was read: international form, '' when none was given, null when it makes no sense. */
  readonly phone: string | null
  readonly hasSmsConsent: boolean
}

// The part before the @ may be nearly anything; the domain has labels of letters, digits and hyphens.
const EMAIL =
  /^[^\s@<>()[\],;:"\\]+@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/** Says why somebody cannot be a contact, or null when they can. */
export function refusalOfContact({ name, email, phone, hasSmsConsent }: ContactDraft) {
  if (email !== '' && !EMAIL.test(email)) return 'malformed_email'
  if (phone === null) return 'malformed_phone'
  if (name === '' && email === '' && phone === '') return 'contact_without_a_way'
  return hasSmsConsent && phone === '' ? 'consent_without_phone' : null
}

/** Addresses are the same whatever the case: what is hashed to find them. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}
