import { isTimeZone } from '../../../kernel/day.ts'
import { fold } from '../../tables/rules/texts.ts'

const TONGUES = ['en', 'de', 'fr', 'es'] as const
const ALSO: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  usa: 'US',
  'u s a': 'US',
  brd: 'DE',
  d: 'DE',
  a: 'AT',
  f: 'FR',
  e: 'ES',
  i: 'IT',
  holland: 'NL',
  'the netherlands': 'NL',
  czechia: 'CZ',
  'czech republic': 'CZ',
  tschechien: 'CZ',
  'south korea': 'KR',
  russia: 'RU',
}

const byName = new Map<string, string>()

/** The ISO code of a country given as a code or by its name in four languages. */
export function countryOf(text: string): string | null {
  if (byName.size === 0) learnNames()
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code) && byName.has(`code ${code}`)) return code
  return ALSO[fold(text)] ?? byName.get(fold(text)) ?? null
}

function learnNames(): void {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  for (const tongue of TONGUES) {
    const names = new Intl.DisplayNames([tongue], { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = names.of(code)
      if (!name) continue
      byName.set(`code ${code}`, code)
      byName.set(fold(name), code)
    }
  }
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  anglais: 'en',
  ingles: 'en',
  german: 'de',
  deutsch: 'de',
  allemand: 'de',
  aleman: 'de',
  french: 'fr',
  franzosisch: 'fr',
  francais: 'fr',
  frances: 'fr',
  spanish: 'es',
  spanisch: 'es',
  espagnol: 'es',
  espanol: 'es',
}

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** The two letters of a language given as a code ('de', 'de_AT', SAP's 'D') or by name. */
export function languageOf(text: string): string | null {
  const folded = fold(text)
  const known = LANGUAGES[folded] ?? { d: 'de', e: 'en', f: 'fr', s: 'es' }[folded]
  if (known) return known
  const code = /^([a-z]{2})(?: [a-z]{2})?$/.exec(folded)?.[1]
  return code && LANGUAGE_NAMES.of(code) ? code : null
}

const SPOKEN: Readonly<Record<string, string>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  LI: 'de',
  FR: 'fr',
  MC: 'fr',
  LU: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CO: 'es',
  CL: 'es',
  PE: 'es',
  GB: 'en',
  US: 'en',
  IE: 'en',
  AU: 'en',
  NZ: 'en',
  CA: 'en',
}

/** The language in which to write to a country, of those that ship with texts. */
export function languageIn(country: string): string | null {
  return SPOKEN[country] ?? null
}

/** Countries of several zones: the one where most business is done. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  US: 'America/New_York',
  CA: 'America/Toronto',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  RU: 'Europe/Moscow',
  MX: 'America/Mexico_City',
  CN: 'Asia/Shanghai',
  ID: 'Asia/Jakarta',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  CL: 'America/Santiago',
  KZ: 'Asia/Almaty',
  AR: 'America/Argentina/Buenos_Aires',
  NZ: 'Pacific/Auckland',
  DE: 'Europe/Berlin',
  GB: 'Europe/London',
  FR: 'Europe/Paris',
  CH: 'Europe/Zurich',
  AT: 'Europe/Vienna',
  IT: 'Europe/Rome',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  LU: 'Europe/Luxembourg',
  PL: 'Europe/Warsaw',
  CZ: 'Europe/Prague',
  DK: 'Europe/Copenhagen',
  SE: 'Europe/Stockholm',
  NO: 'Europe/Oslo',
  FI: 'Europe/Helsinki',
  IE: 'Europe/Dublin',
  HU: 'Europe/Budapest',
  RO: 'Europe/Bucharest',
  GR: 'Europe/Athens',
  TR: 'Europe/Istanbul',
  IN: 'Asia/Kolkata',
  JP: 'Asia/Tokyo',
  SG: 'Asia/Singapore',
  AE: 'Asia/Dubai',
  ZA: 'Africa/Johannesburg',
  IL: 'Asia/Jerusalem',
  KR: 'Asia/Seoul',
  HK: 'Asia/Hong_Kong',
}

/** The time zone of a country's business, where we know it. */
export function timeZoneIn(country: string): string | null {
  return MAIN_ZONES[country] ?? null
}

export function timeZoneOf(text: string): string | null {
  return isTimeZone(text.trim()) ? text.trim() : null
}
