import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { NoticeWords } from './types.ts'

const WORDS: Readonly<Record<string, NoticeWords>> = { en, de, fr, es }

export function noticeWords(language: string): NoticeWords {
  return WORDS[language] ?? en
}

/** A text with its values in it. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
