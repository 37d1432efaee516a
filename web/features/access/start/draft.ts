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
  const country =
    tags.map((tag) => new Intl.Locale(tag).region).find((region) => region !== undefined) ?? 'FR'
  return {
    organisation: { name: '', language },
    legalEntity: { name: '', country, region: '', currency: currencyOf(country), timeZone },
    administrator: { name: '', email: '', password: '' },
  }
}

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
      !/^\S+@\S+\.\S+$/.test(administrator.email) && 'email',
      administrator.password.length < SHORTEST_PASSWORD && 'password',
    ],
    check: [],
  }
  return problems[step].filter((problem) => problem !== false)
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}
