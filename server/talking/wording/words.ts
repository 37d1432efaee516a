import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Words } from './types.ts'

const WORDS: Readonly<Record<string, Words>> = { en, de, fr, es }

/** The words of a language; a language without its own gets the English ones. */
export function wordsOf(language: string): Words {
  return WORDS[language] ?? en
}
