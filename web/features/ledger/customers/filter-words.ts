import type { ReplyOf } from '../../../api/call.ts'
import type { listCustomerFacets } from '#contract/ledger/customers'
import type { T } from '../../../language/texts.ts'
import { countryName } from '../../../ui/format/places.ts'
import type { CustomersSearch } from './search.ts'

type Facets = ReplyOf<typeof listCustomerFacets>

export type FilterWords = { readonly keys: readonly (keyof CustomersSearch)[]; readonly words: string }

type Known = {
  readonly t: T
  readonly locale: string
  readonly facets: Facets | undefined
  readonly entities: readonly { readonly id: string; readonly name: string }[]
  readonly meId: string
}

/** The filters of an address as one says them: "at least 30 days late · collector me". */
export function filterWords(search: CustomersSearch, { t, locale, facets, entities, meId }: Known): readonly FilterWords[] {
  const personName = (people: Facets['owners'] | undefined, id: string) =>
    id === meId ? t('customers.filter.me') : (people?.find((person) => person.id === id)?.name ?? '…')
  const { owner, collector, entity, currency, country, tag, segment, ball, hold, vanished, lateFrom, owing } = search
  const words: readonly (readonly [keyof CustomersSearch, string | undefined])[] = [
    ['owing', owing && t(`customers.filter.${owing}`)],
    ['lateFrom', lateFrom === undefined ? undefined : t('customers.filter.lateFrom', { days: lateFrom })],
    ['owner', owner && (owner === 'none' ? t('customers.filter.ownerNone') : t('customers.filter.owner', { name: personName(facets?.owners, owner) }))],
    ['collector', collector && (collector === 'none' ? t('customers.filter.collectorNone') : t('customers.filter.collector', { name: personName(facets?.collectors, collector) }))],
    ['entity', entity && t('customers.filter.entity', { name: entities.find(({ id }) => id === entity)?.name ?? '…' })],
    ['ball', ball && t(`customers.filter.ball.${ball}`)],
    ['hold', hold && (hold === 'yes' ? t('customers.filter.held') : t('customers.filter.notHeld'))],
    ['segment', segment && t(`customers.filter.${segment}`)],
    ['country', country && t('customers.filter.country', { name: countryName(country, locale) })],
    ['currency', currency && t('customers.filter.currency', { currency })],
    ['tag', tag && t('customers.filter.tag', { tag })],
    ['vanished', vanished && t('customers.filter.vanished')],
  ]
  return words.flatMap(([key, said]) => (said ? [{ keys: [key], words: said }] : []))
}
