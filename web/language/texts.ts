import { useSyncExternalStore } from 'react'

import { type Language, languageOf } from '../ui/format/locale.ts'
import type { en } from './en.ts'
import type { KeyOf, ValuesOf } from './keys.ts'
import { flattened, type Flat, said, type Values } from './saying.ts'
import type { FirstTexts, RestTexts } from './translated.ts'

type Loading = {
  readonly first: () => Promise<FirstTexts>
  readonly rest: () => Promise<RestTexts>
}

const load: Readonly<Record<Language, Loading>> = {
  en: {
    first: async () => (await import('./en/first.ts')).first,
    rest: async () => (await import('./en/rest.ts')).rest,
  },
  de: {
    first: async () => (await import('./de/first.ts')).first,
    rest: async () => (await import('./de/rest.ts')).rest,
  },
  fr: {
    first: async () => (await import('./fr/first.ts')).first,
    rest: async () => (await import('./fr/rest.ts')).rest,
  },
  es: {
    first: async () => (await import('./es/first.ts')).first,
    rest: async () => (await import('./es/rest.ts')).rest,
  },
}

export type TextKey = KeyOf<typeof en>

/** Says a text of the reader's language; the values that its sentence names must be given. */
export type T = <Key extends TextKey>(key: Key, ...values: ValuesOf<typeof en, Key>) => string

let language: Language = 'en'
let texts: Flat = new Map()
let speaking: T = () => ''
const listeners = new Set<() => void>()

let isWhole = false

/** Fetches a language and speaks it from now on; as much of it as was spoken before. */
export async function speak(next: Language): Promise<void> {
  const rest = isWhole ? await load[next].rest() : {}
  const first = await load[next].first()
  // Some addresses have texts in both parts.
  tell(next, new Map([...flattened(first), ...flattened(rest)]))
  document.documentElement.lang = next
}

/** Fetches what the pages after the first ones say, too. */
export async function speakWholly(): Promise<void> {
  if (isWhole) return
  const rest = await load[language].rest()
  isWhole = true
  tell(language, new Map([...texts, ...flattened(rest)]))
}

/** Something fetched late, together with the texts that it says. */
export async function withWholeTexts<Thing>(loading: Promise<Thing>): Promise<Thing> {
  const [thing] = await Promise.all([loading, speakWholly()])
  return thing
}

function tell(next: Language, all: Flat): void {
  texts = all
  language = next
  // A new function, so that whatever was said before is said again.
  speaking = (key, ...[values]) => said(all, next, key, values)
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
