import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { SHIPPED, type ShippedKey, type ShippedTexts } from './types.ts'

export { en }
export { SHIPPED, type ShippedKey, type Tone } from './types.ts'

/** The texts that come with Goodterms, until an organisation writes its own. */
export const SHIPPED_TEXTS: Readonly<Record<string, ShippedTexts>> = { en, de, fr, es }

export const SHIPPED_KEYS = Object.keys(SHIPPED).filter(isShipped)

export function isShipped(key: string): key is ShippedKey {
  return Object.hasOwn(SHIPPED, key)
}
