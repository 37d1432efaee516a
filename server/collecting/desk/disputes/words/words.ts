import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { DisputeWords } from './types.ts'

const WORDS: ReadonlyMap<string, DisputeWords> = new Map([
  ['en', en],
  ['de', de],
  ['fr', fr],
  ['es', es],
])

export function disputeWords(language: string): DisputeWords {
  return WORDS.get(language) ?? en
}
