import { newId } from '../kernel/ids.ts'
import type { EntityKey, PersonKey } from './company.ts'
import { makeContacts, mailName, type DemoContact } from './contacts.ts'
import { habitOf, type Habit } from './habits.ts'
import { addressOf, type Country, namer, personName } from './names/names.ts'
import { PLACES, type Language } from './places.ts'
import { randomOf, type Random } from './random.ts'

export type Size = 'small' | 'medium' | 'large'

export type DemoCustomer = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly legalForm: string
  readonly segment: 'commercial' | 'consumer'
  readonly entity: EntityKey
  readonly country: Country
  readonly language: Language
  readonly timeZone: string
  readonly address: string
  readonly currency: string
  readonly termsDays: number
  readonly size: Size
  readonly habit: Habit
  readonly owner: PersonKey
  /** Who had the customer before, and how many days ago it changed hands. */
  readonly formerOwner: { readonly key: PersonKey; readonly daysAgo: number } | null
  readonly collector: PersonKey
  readonly tags: readonly string[]
  readonly parentId: string | null
  readonly contacts: readonly DemoContact[]
}

const CONSUMERS: readonly (readonly [Country, number])[] = [
  ['DE', 12],
  ['FR', 6],
  ['GB', 6],
]

/** Everybody who buys from the demo company, the same people every time. */
export function makeCustomers(): DemoCustomer[] {
  const name = namer()
  let number = 10_000
  const next = () => `K-${(number += 1)}`
  const firms = countries().flatMap((country) =>
    Array.from({ length: PLACES[country].count }, () => makeFirm(country, next(), name)),
  )
  const people = CONSUMERS.flatMap(([country, count]) =>
    Array.from({ length: count }, () => makeConsumer(country, next())),
  )
  return [...asGroups(firms), ...people]
}

function countries(): Country[] {
  return ['DE', 'FR', 'GB', 'ES', 'CH', 'AT', 'NL', 'US', 'BE', 'IE', 'IT', 'JP']
}

function makeFirm(country: Country, number: string, name: ReturnType<typeof namer>): DemoCustomer {
  const random = randomOf(`customer ${number}`)
  const from = PLACES[country]
  const named = name(country, random)
  const size = random.weighted([
    ['small', 58],
    ['medium', 32],
    ['large', 10],
  ] as const)
  const habit = habitOf(random)
  const [owner, former] = [random.pick(from.sellers), random.pick(from.sellers)]
  return {
    id: newId(),
    number,
    ...named,
    segment: 'commercial',
    entity: from.entity,
    country,
    language: random.weighted(from.languages),
    timeZone: from.timeZone,
    address: addressOf(country, named.city, random),
    currency: from.currency,
    termsDays: random.weighted([
      [14, 2],
      [30, 6],
      [45, 1],
      [60, 1],
    ]),
    size,
    habit,
    owner,
    formerOwner:
      former !== owner && random.chance(0.15)
        ? { key: former, daysAgo: random.between(90, 400) }
        : null,
    collector: from.collector,
    tags: tagsOf(size, random),
    parentId: null,
    contacts: makeContacts(named.name, country, random),
  }
}

function tagsOf(size: Size, random: Random): string[] {
  if (size === 'large' && random.chance(0.6)) return ['key account']
  if (random.chance(0.03)) return ['courtesy']
  return random.chance(0.08) ? ['new business'] : []
}

function makeConsumer(country: Country, number: string): DemoCustomer {
  const random = randomOf(`customer ${number}`)
  const from = PLACES[country]
  const { first, last } = personName(country, random)
  const name = `${first} ${last}`
  const email = `${mailName(first)}.${mailName(last)}@home-${number.toLowerCase()}.example`
  const contact = { id: newId(), name, email, phone: '', role: 'accounts_payable' as const }
  return {
    id: newId(),
    number,
    name,
    legalForm: '',
    segment: 'consumer',
    entity: from.entity,
    country,
    language: random.weighted(from.languages),
    timeZone: from.timeZone,
    address: addressOf(country, random.between(0, 3), random),
    currency: from.currency,
    termsDays: 14,
    size: 'small',
    habit: random.pick<Habit>([
      { kind: 'prompt' },
      { kind: 'prompt' },
      { kind: 'slow', days: 9 },
      { kind: 'sliding' },
    ]),
    owner: random.pick(from.sellers),
    formerOwner: null,
    collector: from.collector,
    tags: [],
    parentId: null,
    contacts: [{ ...contact, isPrimary: true, doNotContact: false }],
  }
}

const GROUPS = 12

/** A few large firms have daughters, who are invoiced on their own. */
function asGroups(firms: readonly DemoCustomer[]): DemoCustomer[] {
  const random = randomOf('groups')
  const parents = firms.filter(({ size }) => size === 'large').slice(0, GROUPS)
  const parentOf = new Map<string, string>()
  for (const parent of parents) {
    const daughters = firms.filter(
      ({ id, size, entity, currency }) =>
        size !== 'large' &&
        entity === parent.entity &&
        currency === parent.currency &&
        !parentOf.has(id),
    )
    for (let count = random.between(1, 4); count > 0; count -= 1) {
      parentOf.set(random.pick(daughters).id, parent.id)
    }
  }
  return firms.map((firm) => ({ ...firm, parentId: parentOf.get(firm.id) ?? null }))
}
