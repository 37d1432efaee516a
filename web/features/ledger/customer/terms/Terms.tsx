import { useQuery } from '@tanstack/react-query'

import { listOwners } from '#contract/ledger/customers'

import { asking } from '../../../../api/query.ts'
import { currentLanguage, useT } from '../../../../language/texts.ts'
import { Card } from '../../../../ui/Card.tsx'
import { Chip } from '../../../../ui/Chip.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { countryName, languageName } from '../../../../ui/format/places.ts'
import { Money } from '../../../../ui/Money.tsx'
import { useReader } from '../../../../ui/reader.ts'
import type { Customer } from '../../customers/customers.ts'
import { Holds } from './Holds.tsx'

/** What was agreed, and what we know of them. */
export function Terms({ customer }: { readonly customer: Customer }) {
  const t = useT()
  const language = currentLanguage()
  const { termsDays, creditLimit, legalEntity, tags } = customer
  const days =
    termsDays === null
      ? t('customer.terms.daysUsual', { entity: legalEntity.name })
      : t('customer.terms.daysValue', { count: termsDays })
  return (
    <div className="grid gap-4 py-4 lg:grid-cols-2">
      <Card title={t('customer.terms.title')}>
        <Facts
          facts={[
            { name: t('customer.terms.days'), value: days },
            {
              name: t('customer.terms.limit'),
              value: creditLimit ? <Money amount={creditLimit} /> : t('customer.terms.noLimit'),
            },
            {
              name: t('customer.terms.segment'),
              value: t(`customers.segment.${customer.segment}`),
            },
            {
              name: t('customer.terms.language'),
              value: languageName(customer.language, language),
            },
            ...optional(t('customer.terms.country'), countryName(customer.country, language)),
            { name: t('customer.terms.timeZone'), value: customer.timeZone.replaceAll('_', ' ') },
            ...optional(t('customer.terms.legalForm'), customer.legalForm),
            ...optional(t('customer.terms.vatId'), customer.vatId),
            ...optional(t('customer.terms.address'), customer.address),
          ]}
        />
        {tags.length > 0 && (
          <p className="mt-3 flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </p>
        )}
      </Card>
      <div className="flex flex-col gap-4">
        <Holds customerId={customer.id} />
        <Owners customerId={customer.id} />
      </div>
    </div>
  )
}

function optional(name: string, value: string) {
  return value === '' ? [] : [{ name, value }]
}

function Owners({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const { today, locale } = useReader()
  const owners = useQuery(asking(listOwners, { params: { customerId } })).data?.owners ?? []
  if (owners.length === 0) return null
  return (
    <Card title={t('customer.terms.owners')}>
      <ul className="flex flex-col gap-1 text-13">
        {owners.map(({ owner, fromOn }) => (
          <li key={fromOn}>
            {t('customer.terms.ownerLine', {
              name: owner?.name ?? t('customer.terms.nobody'),
              day: shortDay(fromOn, today, locale),
            })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
