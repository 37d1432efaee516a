export const languages = ['en', 'de', 'fr', 'es'] as const

export type Language = (typeof languages)[number]

const HOME: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
}

/**
 * The reader's own region when it speaks the language (de-CH, en-US), else the language's home. Browsers
 * under a POSIX locale name tags that are none (en-US@posix): those are passed over.
 */
export function localeOf(language: Language, preferred: readonly string[]): string {
  const own = preferred.find(
    (tag) => tag.split('-')[0] === language && tag.includes('-') && isTag(tag),
  )
  return own ?? HOME[language]
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The first of the preferred languages that the house speaks. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find((language) => language === tag.toLowerCase().split('-')[0])
    if (found) return found
  }
  return 'en'
}
