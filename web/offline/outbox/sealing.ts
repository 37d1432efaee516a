import type { SealedEntry } from './database.ts'
import type { Waiting } from './waiting.ts'

const IV_BYTES = 12

/** A key of the person's secret that cannot be taken out of the browser again. */
export async function keyFrom(secret: string): Promise<CryptoKey> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export async function seal(key: CryptoKey, owner: string, entry: Waiting): Promise<SealedEntry> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const clear = new TextEncoder().encode(JSON.stringify(entry))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear)
  return { id: entry.id, owner, at: entry.at, iv, sealed }
}

/** The entry, or null when another key sealed it. */
export async function unseal(key: CryptoKey, { iv, sealed }: SealedEntry): Promise<Waiting | null> {
  try {
    const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- authenticated: seal wrote it
    return JSON.parse(new TextDecoder().decode(clear)) as Waiting
  } catch {
    return null
  }
}
