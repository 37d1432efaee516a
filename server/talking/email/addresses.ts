import { domainToASCII } from 'node:url'

export type Mailbox = { readonly name: string; readonly address: string }

// What RFC 5321 allows unquoted before the @, and letters beyond ASCII (RFC 6531).
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u

/** The address as servers compare it: the domain in lower-case ASCII; null when it is none. */
export function normalAddress(address: string): string | null {
  const text = address.trim().normalize('NFC')
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = domainToASCII(text.slice(at + 1))
  if (at < 1 || domain === '' || text.length > 254 || local.length > 64) return null
  return LOCAL_PART.test(local) && /^[a-z0-9.-]+$/.test(domain) ? `${local}@${domain}` : null
}

/**
 * Each mailbox once, whatever its case, in the order given. Addresses that are none are left out.
 * `others` are those who get the message already.
 */
export function distinctMailboxes(
  mailboxes: readonly Mailbox[],
  others: readonly Mailbox[] = [],
): Mailbox[] {
  const seen = new Set(others.map(({ address }) => address.toLowerCase()))
  return mailboxes.flatMap(({ name, address }) => {
    const normal = normalAddress(address)
    if (normal === null || seen.has(normal.toLowerCase())) return []
    seen.add(normal.toLowerCase())
    return [{ name, address: normal }]
  })
}
