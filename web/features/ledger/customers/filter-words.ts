import type { listCustomerFacets } from '#contract/ledger/customers'

import type { ReplyOf } from '../../../api/call.ts'
import type { T } from '../../../language/texts.ts'
import { countryName } from '../../../ui/format/places.ts'
import type { CustomersSearch } from './search.ts'

type Facets = ReplyOf<typeof listCustomerFacets>

export type FilterWords = {
  readonly keys: readonly (keyof CustomersSearch)[]
  readonly words: string
}

type Known = {
  readonly t: T
  readonly locale: string
  readonly facets: Facets | undefined
  readonly entities: readonly { readonly id: string; readonly name: string }[]
  readonly meId: string
}

type Sayings = {
  readonly [Key in keyof CustomersSearch]-?:
    | ((value: NonNullable<CustomersSearch[Key]>) => string)
    | null
}

/** The filters of an address as one says them: "at least 30 days late · collector me". */
export function filterWords(search: CustomersSearch, known: Known): readonly FilterWords[] {
  const sayings: Sayings = {
    ...sayingsOfPeople(known),
    ...sayingsOfPlaces(known),
    ...sayingsOfState(known),
    search: null,
    sort: null,
    columns: null,
  }
  return ORDER.flatMap((key) => {
    const value = search[key]
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a saying takes the value of its own key, which a loop cannot tell
    const say = sayings[key] as ((of: typeof value) => string) | null
    return value === undefined || say === null ? [] : [{ keys: [key], words: say(value) }]
  })
}

const ORDER = [
  'owing',
  'lateFrom',
  'owner',
  'collector',
  'entity',
  'ball',
  'hold',
  'segment',
  'country',
  'currency',
  'tag',
  'vanished',
] as const

function sayingsOfPeople({ t, facets, meId }: Known): Pick<Sayings, 'owner' | 'collector'> {
  const nameOf = (people: Facets['owners'] | undefined, id: string) =>
    id === meId
      ? t('customers.filter.me')
      : (people?.find((person) => person.id === id)?.name ?? '…')
  return {
    owner: (id) =>
      id === 'none'
        ? t('customers.filter.ownerNone')
        : t('customers.filter.owner', { name: nameOf(facets?.owners, id) }),
    collector: (id) =>
      id === 'none'
        ? t('customers.filter.collectorNone')
        : t('customers.filter.collector', { name: nameOf(facets?.collectors, id) }),
  }
}

function sayingsOfPlaces({
  t,
  locale,
  entities,
}: Known): Pick<Sayings, 'entity' | 'country' | 'currency'> {
  return {
    entity: (id) =>
      t('customers.filter.entity', { name: entities.find((of) => of.id === id)?.name ?? '…' }),
    country: (country) => t('customers.filter.country', { name: countryName(country, locale) }),
    currency: (currency) => t('customers.filter.currency', { currency }),
  }
}

function sayingsOfState({
  t,
}: Known): Pick<Sayings, 'owing' | 'lateFrom' | 'ball' | 'hold' | 'segment' | 'tag' | 'vanished'> {
  return {
    owing: (owing) => t(`customers.filter.${owing}`),
    lateFrom: (days) => t('customers.filter.lateFrom', { days }),
    ball: (ball) => t(`customers.filter.ball.${ball}`),
    hold: (hold) => (hold === 'yes' ? t('customers.filter.held') : t('customers.filter.notHeld')),
    segment: (segment) => t(`customers.filter.${segment}`),
    tag: (tag) => t('customers.filter.tag', { tag }),
    vanished: () => t('customers.filter.vanished'),
  }
}
