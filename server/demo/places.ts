import type { EntityKey, PersonKey } from './company.ts'
import type { Country } from './names/names.ts'

export type Language = 'en' | 'de' | 'fr' | 'es'

export type Place = {
  readonly count: number
  readonly entity: EntityKey
  readonly currency: string
  readonly languages: readonly (readonly [Language, number])[]
  readonly timeZone: string
  readonly sellers: readonly PersonKey[]
  readonly collector: PersonKey
  readonly phone: string
}

const GERMAN = [['de', 1]] as const
const FRENCH = [['fr', 1]] as const
const ENGLISH = [['en', 1]] as const

/** Where customers are, who sells there, and who collects. */
export const PLACES: Readonly<Record<Country, Place>> = {
  DE: place(112, 'DE', 'EUR', {
    languages: GERMAN,
    timeZone: 'Europe/Berlin',
    sellers: ['lena', 'tobias'],
    collector: 'jonas',
    phone: '+493023125',
  }),
  AT: place(24, 'DE', 'EUR', {
    languages: GERMAN,
    timeZone: 'Europe/Vienna',
    sellers: ['tobias'],
    collector: 'jonas',
  }),
  CH: place(28, 'DE', 'CHF', {
    languages: [
      ['de', 3],
      ['fr', 1],
    ],
    timeZone: 'Europe/Zurich',
    sellers: ['tobias', 'lena'],
    collector: 'jonas',
  }),
  NL: place(22, 'DE', 'EUR', {
    languages: ENGLISH,
    timeZone: 'Europe/Amsterdam',
    sellers: ['lena'],
    collector: 'jonas',
  }),
  FR: place(70, 'FR', 'EUR', {
    languages: FRENCH,
    timeZone: 'Europe/Paris',
    sellers: ['sophie'],
    collector: 'claire',
    phone: '+33199001',
  }),
  BE: place(12, 'FR', 'EUR', {
    languages: FRENCH,
    timeZone: 'Europe/Brussels',
    sellers: ['sophie'],
    collector: 'claire',
  }),
  ES: place(38, 'FR', 'EUR', {
    languages: [['es', 1]],
    timeZone: 'Europe/Madrid',
    sellers: ['mateo'],
    collector: 'claire',
  }),
  IT: place(8, 'FR', 'EUR', {
    languages: ENGLISH,
    timeZone: 'Europe/Rome',
    sellers: ['mateo'],
    collector: 'claire',
  }),
  GB: place(42, 'GB', 'GBP', {
    languages: ENGLISH,
    timeZone: 'Europe/London',
    sellers: ['oliver', 'priya'],
    collector: 'emily',
    phone: '+44207946',
  }),
  IE: place(8, 'GB', 'EUR', {
    languages: ENGLISH,
    timeZone: 'Europe/Dublin',
    sellers: ['priya'],
    collector: 'emily',
  }),
  US: place(16, 'GB', 'USD', {
    languages: ENGLISH,
    timeZone: 'America/Chicago',
    sellers: ['grace'],
    collector: 'emily',
    phone: '+120255501',
  }),
  JP: place(6, 'GB', 'JPY', {
    languages: ENGLISH,
    timeZone: 'Asia/Tokyo',
    sellers: ['grace'],
    collector: 'emily',
  }),
}

function place(
  count: number,
  entity: EntityKey,
  currency: string,
  rest: Omit<Place, 'count' | 'entity' | 'currency' | 'phone'> & { phone?: string },
): Place {
  return { count, entity, currency, phone: '', ...rest }
}
