import { createHash } from 'node:crypto'

/**
 * The Message-ID of an identity: the same identity gives the same header, whoever works it out and
 * however often, so that a receiver too can tell a copy.
 */
export function messageIdOf(identity: readonly string[], domain: string): string {
  const hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex')
  return `<${hash.slice(0, 40)}@${domain}>`
}
