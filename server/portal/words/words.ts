import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { PortalWords } from './types.ts'

const WORDS: Readonly<Record<string, PortalWords>> = { en, de, fr, es }
export type Language = 'en' | 'de' | 'fr' | 'es'

export function portalWords(language: string): PortalWords {
  return WORDS[language] ?? en
}

/** The first of our languages that a browser asks for ('de-AT, fr;q=0.5'); for pages of no link. */
export function languageAsked(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.find(isLanguage) ?? 'en'
}

function isLanguage(text: string): text is Language {
  return text in WORDS
}
