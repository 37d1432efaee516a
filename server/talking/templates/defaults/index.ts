import { de as answersDe } from './answers/de.ts'
import { en as answersEn } from './answers/en.ts'
import { es as answersEs } from './answers/es.ts'
import { fr as answersFr } from './answers/fr.ts'
import { de as remindersDe } from './reminders/de.ts'
import { en as remindersEn } from './reminders/en.ts'
import { es as remindersEs } from './reminders/es.ts'
import { fr as remindersFr } from './reminders/fr.ts'
import { SHIPPED, type ShippedKey, type ShippedTexts } from './types.ts'

export { SHIPPED, type ShippedKey, type Tone } from './types.ts'

export const en: ShippedTexts = { ...remindersEn, ...answersEn }

/** The texts that come with Goodterms, until an organisation writes its own. */
export const SHIPPED_TEXTS: Readonly<Record<string, ShippedTexts>> = {
  en,
  de: { ...remindersDe, ...answersDe },
  fr: { ...remindersFr, ...answersFr },
  es: { ...remindersEs, ...answersEs },
}

export const SHIPPED_KEYS = Object.keys(SHIPPED).filter(isShipped)

export function isShipped(key: string): key is ShippedKey {
  return Object.hasOwn(SHIPPED, key)
}
