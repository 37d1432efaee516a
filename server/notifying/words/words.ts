import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { NoticeWords } from './types.ts'

const WORDS: Readonly<Record<string, NoticeWords>> = { en, de, fr, es }

export function noticeWords(language: string): NoticeWords {
  return WORDS[language] ?? en
}

/** The name of a rule that came along as its reader says it; one that somebody renamed stays. */
export function ruleNameIn(language: string, rule: { name: string; shippedAs: string | null }) {
  const named = (words: NoticeWords) =>
    Object.entries(words.rules).find(([key]) => key === rule.shippedAs)?.[1]
  const isAsShipped = Object.values(WORDS).some((words) => named(words) === rule.name)
  return (isAsShipped ? named(noticeWords(language)) : undefined) ?? rule.name
}

/** A text with its values in it. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
