import { useQuery } from '@tanstack/react-query'

import { isDay } from '#kernel/day.ts'

import { useT } from '../../../language/texts.ts'
import { longDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { companies } from '../../ledger/companies/companies.ts'
import { askedOf, type RowsSearch } from './address.ts'

/** Of which days and which company the rows are, as a sentence. */
export function RowsScope({ search }: { readonly search: RowsSearch }) {
  const t = useT()
  const { locale } = useReader()
  const { data } = useQuery(companies)
  const query = askedOf(search.rows)?.query ?? {}
  const day = (text: string | undefined) =>
    text !== undefined && isDay(text) ? longDay(text, locale) : ''
  const from = day(query['issuedFrom'] ?? query['from'])
  const to = day(query['issuedTo'] ?? query['to'])
  const company = data?.entities.find(({ id }) => id === query['entity'])?.name
  const asOf =
    query['asOf'] === undefined
      ? t('insight.asOf.today')
      : t('insight.rows.asOf', { day: day(query['asOf']) })
  const parts = [
    from === '' ? asOf : t('insight.rows.between', { from, to }),
    company ?? '',
  ].filter((part) => part !== '')
  return <p className="text-13 text-soft">{parts.join(' · ')}</p>
}
