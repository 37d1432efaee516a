import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { TellWords } from './types.ts'

export type { ToldRefusal } from './types.ts'

const WORDS: Readonly<Record<string, TellWords>> = { en, de, fr, es }

export function tellWords(language: string): TellWords {
  return WORDS[language] ?? en
}
