import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { QuestionWords } from './types.ts'

const WORDS: Readonly<Record<string, QuestionWords>> = { en, de, fr, es }

export function questionWords(language: string): QuestionWords {
  return WORDS[language] ?? en
}
