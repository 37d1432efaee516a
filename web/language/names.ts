/** Each language in its own words: whoever looks for it cannot read the others. */
export const languageNames = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
} as const
