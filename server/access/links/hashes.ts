import type { Keys } from '../../world.ts'

/** What is kept of a token: useless without the organisation's key. */
export function hashOf(keys: Keys, token: string): string {
  return keys.hash(`link ${token}`)
}

/** What is kept of a code, of one link only. */
export function hashOfCode(keys: Keys, linkId: string, code: string): string {
  return keys.hash(`code of ${linkId} ${code}`)
}
