import { useSyncExternalStore } from 'react'

import { type Language, languageOf } from '../ui/format/locale.ts'
import type { en } from './en.ts'
import type { KeyOf, ValuesOf } from './keys.ts'
import { flattened, type Flat, said, type Values } from './saying.ts'
import type { Texts } from './translated.ts'

const load: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
}

export type TextKey = KeyOf<typeof en>

/** Says a text of the reader's language; the values that its sentence names must be given. */
export type T = <Key extends TextKey>(key: Key, ...values: ValuesOf<typeof en, Key>) => string

let language: Language = 'en'
let texts: Flat = new Map()
let speaking: T = () => ''
const listeners = new Set<() => void>()

/** Fetches a language and speaks it from now on. */
export async function speak(next: Language): Promise<void> {
  texts = flattened(await load[next]())
  language = next
  // A new function, so that whatever was said before is said again.
  speaking = (key, ...[values]) => said(texts, next, key, values)
  document.documentElement.lang = next
  for (const listener of listeners) listener()
}

export function useT(): T {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => speaking,
  )
}

/** The texts outside of React, such as for a toast. */
export const t: T = (key, ...values) => speaking(key, ...values)

/** A text by a code of the server: null when this version of the page has none for it. */
export function textOfCode(key: string, values: Values): string | null {
  return texts.has(key) ? said(texts, language, key, values) : null
}

export function currentLanguage(): Language {
  return languageOf([language])
}
