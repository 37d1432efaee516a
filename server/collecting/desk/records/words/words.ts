import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { RecordWords } from './types.ts'

const WORDS: Readonly<Record<string, RecordWords>> = { en, de, fr, es }

export function recordWords(language: string): RecordWords {
  return WORDS[language] ?? en
}
