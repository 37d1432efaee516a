import type { Day } from '../../kernel/day.ts'
import type { Language } from '../places.ts'

const FORM: Readonly<Record<Language, (date: string, month: string) => string>> = {
  en: (date, month) => `${date}/${month}`,
  de: (date, month) => `${date}.${month}.`,
  fr: (date, month) => `${date}/${month}`,
  es: (date, month) => `${date}/${month}`,
}

/** A day as somebody writes it in a hurry: '22.11.' */
export function formatDay(on: Day, language: Language): string {
  return FORM[language](on.slice(8, 10), on.slice(5, 7))
}
