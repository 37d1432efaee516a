import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { BallWords } from './types.ts'

const WORDS: Readonly<Record<string, BallWords>> = { en, de, fr, es }

export function ballWords(language: string): BallWords {
  return WORDS[language] ?? en
}
