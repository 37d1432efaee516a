import type { Random } from '../random.ts'
import { BRITAIN, IRELAND, JAPAN, NETHERLANDS, STATES } from './english.ts'
import { AUSTRIA, GERMANY, SWITZERLAND } from './german.ts'
import { BELGIUM, FRANCE, ITALY, SPAIN } from './romance.ts'
import type { Parts } from './types.ts'

export const COUNTRIES = {
  DE: GERMANY,
  AT: AUSTRIA,
  CH: SWITZERLAND,
  FR: FRANCE,
  BE: BELGIUM,
  ES: SPAIN,
  IT: ITALY,
  NL: NETHERLANDS,
  GB: BRITAIN,
  IE: IRELAND,
  US: STATES,
  JP: JAPAN,
} as const satisfies Readonly<Record<string, Parts>>

export type Country = keyof typeof COUNTRIES

export type Named = { readonly name: string; readonly legalForm: string; readonly city: number }

/** Makes names that no one else in this demo has. */
export function namer(): (country: Country, random: Random) => Named {
  const taken = new Set<string>()
  return function nameOf(country, random): Named {
    const parts: Parts = COUNTRIES[country]
    const [pattern, legalForm] = random.pick(parts.patterns)
    const city = random.between(0, parts.cities.length - 1)
    const name = pattern
      .replace('{s}', random.pick(parts.surnames))
      .replace('{w}', random.pick(parts.words))
      .replace('{c}', parts.cities[city]?.[0] ?? '')
    if (taken.has(name)) return nameOf(country, random)
    taken.add(name)
    return { name, legalForm, city }
  }
}

export function personName(country: Country, random: Random): { first: string; last: string } {
  const { firstNames, surnames } = COUNTRIES[country]
  return { first: random.pick<string>(firstNames), last: random.pick<string>(surnames) }
}

export function addressOf(country: Country, cityIndex: number, random: Random): string {
  const parts: Parts = COUNTRIES[country]
  const [city, code] = parts.cities[cityIndex] ?? ['', '']
  const street = random.pick(parts.streets)
  const number = random.between(1, 180)
  return [
    parts.street === 'number_last' ? `${street} ${number}` : `${number} ${street}`,
    parts.place === 'code_first' ? `${code} ${city}` : `${city} ${code}`,
    parts.country,
  ].join('\n')
}

/** 'Café Morgenrot GmbH' → 'cafe-morgenrot.example': the top-level domain that nobody can own. */
export function domainOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
  const label = plain
    .replaceAll(
      /\b(gmbh|co|kg|ag|sarl|sas|eurl|ltd|llc|inc|plc|llp|s\.?l\.?u?|s\.?a|srl|sa|b\.?v|v\.?o\.?f|ohg|k\.?k|dac|e\.?k|e\.?u|s\.?r\.?l|s\.?n\.?c)\b\.?/g,
      '',
    )
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `${label.slice(0, 50)}.example`
}
