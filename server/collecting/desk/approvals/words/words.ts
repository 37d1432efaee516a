import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { ApprovalWords } from './types.ts'

const WORDS: Readonly<Record<string, ApprovalWords>> = { en, de, fr, es }

export function approvalWords(language: string): ApprovalWords {
  return WORDS[language] ?? en
}
