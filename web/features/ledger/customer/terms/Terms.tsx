import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'

import { listOwners } from '#contract/ledger/customers'

import { later } from '../../../../api/later.ts'
import { asking } from '../../../../api/query.ts'
import { may, useMember } from '../../../../api/session.ts'
import { currentLanguage, type T, useT } from '../../../../language/texts.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Chip } from '../../../../ui/Chip.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { moneyText } from '../../../../ui/format/money.ts'
import { countryName, languageName } from '../../../../ui/format/places.ts'
import { Money } from '../../../../ui/Money.tsx'
import { type Reader, useReader } from '../../../../ui/reader.ts'
import { CustomerMandate } from '../../../collecting/mandates/CustomerMandate.tsx'
import { whyOf } from '../../../collecting/next/NextStep.tsx'
import type { Customer } from '../../customers/customers.ts'
import { Holds } from './Holds.tsx'
import { TermsHistory } from './TermsHistory.tsx'

const TermsForm = later(async () => ({ default: (await import('./TermsForm.tsx')).TermsForm }))

const BECAUSE = {
  chosen: 'playbookChosen',
  segment: 'playbookSegment',
  fallback: 'playbookFallback',
} as const

/** What was agreed, and what we know of them. */
export function Terms({ customer }: { readonly customer: Customer }) {
  const t = useT()
  const language = currentLanguage()
  const member = useMember()
  const reader = useReader()
  const [isEditing, setEditing] = useState(false)
  const playbook = useQuery(whyOf(customer.id)).data?.playbook
  const { termsDays, creditLimit, legalEntity, tags } = customer
  const days =
    termsDays === null
      ? t('customer.terms.daysUsual', { entity: legalEntity.name })
      : t('customer.terms.daysValue', { count: termsDays })
  return (
    <div className="grid gap-4 py-4 lg:max-xl:grid-cols-2 2xl:grid-cols-2">
      <Card
        title={t('customer.terms.title')}
        beside={
          may(member, 'customers.edit') && (
            <Button variant="quiet" onClick={() => setEditing(true)}>
              {t('customer.terms.edit')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            { name: t('customer.terms.days'), value: days },
            {
              name: t('customer.terms.limit'),
              value: creditLimit ? <Money amount={creditLimit} /> : t('customer.terms.noLimit'),
            },
            ...optional(t('customer.terms.insurer'), insuranceText(t, customer, reader)),
            {
              name: t('customer.terms.segment'),
              value: t(`customers.segment.${customer.segment}`),
            },
            ...(playbook
              ? [
                  {
                    name: t('customer.terms.playbook'),
                    value: `${playbook.name} · ${t(`customer.terms.${BECAUSE[playbook.because]}`)}`,
                  },
                ]
              : []),
            {
              name: t('desk.assign.owner'),
              value: customer.owner?.name ?? t('customer.terms.nobody'),
            },
            {
              name: t('desk.assign.collector'),
              value: customer.collector?.name ?? t('customer.terms.nobody'),
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
        <CustomerMandate
          customerId={customer.id}
          customerName={customer.name}
          currency={customer.totals[0]?.currency ?? member.organisation.reportingCurrency}
          ownerId={customer.owner?.id ?? null}
        />
        <Holds customerId={customer.id} />
        <Owners customerId={customer.id} />
        <TermsHistory customerId={customer.id} />
      </div>
      {isEditing && (
        <Suspense>
          <TermsForm customer={customer} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  )
}

function insuranceText(t: T, { insurance }: Customer, { today, locale }: Reader): string {
  if (!insurance) return ''
  const { insurer, policy, limit, until, isInForce } = insurance
  const day = until === null ? '' : shortDay(until, today, locale)
  const ends = isInForce
    ? t('customer.terms.insuranceUntil', { day })
    : t('customer.terms.insuranceEnded', { day })
  return [
    insurer,
    policy,
    limit === null ? '' : t('customer.terms.insuranceUpTo', { amount: moneyText(limit, locale) }),
    until === null ? '' : ends,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function optional(name: string, value: string) {
  return value === '' ? [] : [{ name, value }]
}

/** The day from which a source that names no day means its owners. */
const SINCE_EVER = '1900-01-01'

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
            {fromOn === SINCE_EVER
              ? (owner?.name ?? t('customer.terms.nobody'))
              : t('customer.terms.ownerLine', {
                  name: owner?.name ?? t('customer.terms.nobody'),
                  day: shortDay(fromOn, today, locale),
                })}
          </li>
        ))}
      </ul>
    </Card>
  )
}
