import type { setUp } from '#contract/access'

import type { InputOf } from '../../../api/call.ts'
import { currencyOf } from '../../../ui/format/places.ts'

export type Draft = InputOf<typeof setUp>['body']

export const steps = ['organisation', 'entity', 'person', 'check'] as const

export type Step = (typeof steps)[number]

/** What the browser already knows about the reader fills the first form. */
export function firstDraft(
  language: Draft['organisation']['language'],
  tags: readonly string[],
  timeZone: string,
): Draft {
  const country = countryOf(tags)
  return {
    organisation: { name: '', language },
    legalEntity: { name: '', country, region: '', currency: currencyOf(country), timeZone },
    administrator: { name: '', email: '', password: '' },
  }
}

/** Of the reader's first language: 'de, en-US' is read in Germany, 'en, en-GB' in Britain. */
function countryOf(tags: readonly string[]): string {
  const locales = tags.map((tag) => new Intl.Locale(tag))
  const own = locales.filter(({ language }) => language === locales[0]?.language)
  const said = own.find(({ region }) => region !== undefined)?.region
  return said ?? own[0]?.maximize().region ?? 'FR'
}

/** As long as the server takes them: more is not typed. */
export const LONGEST = { name: 200, region: 10, email: 254 } as const

export const SHORTEST_PASSWORD = 10

export type Problem = 'name' | 'entity' | 'person' | 'email' | 'password'

/** What a step still lacks. */
export function problemsOf(
  step: Step,
  { organisation, legalEntity, administrator }: Draft,
): readonly Problem[] {
  const problems: Readonly<Record<Step, readonly (Problem | false)[]>> = {
    organisation: [isEmpty(organisation.name) && 'name'],
    entity: [isEmpty(legalEntity.name) && 'entity'],
    person: [
      isEmpty(administrator.name) && 'person',
      !isAddress(administrator.email) && 'email',
      administrator.password.length < SHORTEST_PASSWORD && 'password',
    ],
    check: [],
  }
  return problems[step].filter((problem) => problem !== false)
}

/** As strict as the server: what it would refuse is said beside the field, not after the last step. */
function isAddress(text: string): boolean {
  return /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i.test(text.trim())
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}
