import { useQuery } from '@tanstack/react-query'

import { currentLanguage, useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { numberText } from '../../../ui/format/number.ts'
import { useReader } from '../../../ui/reader.ts'
import { NextStep } from '../../collecting/next/NextStep.tsx'
import type { Customer } from '../customers/customers.ts'
import { contactsOf } from './contacts/contact.ts'

type CustomerSideProps = {
  readonly customer: Customer
  readonly onTab: (tab: 'contacts' | 'documents') => void
}

/** Beside the story: what comes next, whom to talk to, how they pay, what is proved. */
export function CustomerSide({ customer, onTab }: CustomerSideProps) {
  const t = useT()
  const { evidence } = customer
  const link =
    '-m-2 p-2 pointer-coarse:min-h-11 text-12 font-medium text-brand underline-offset-2 hover:underline'
  return (
    <aside className="flex flex-col gap-4">
      <NextStep customerId={customer.id} />
      <Card
        title={t('customer.tabs.contacts')}
        beside={
          <button type="button" className={link} onClick={() => onTab('contacts')}>
            {t('ui.more')}
          </button>
        }
      >
        <ContactLines customerId={customer.id} />
      </Card>
      <Card title={t('customer.habits.title')}>
        <HabitLines habits={customer.habits} />
      </Card>
      <Card
        title={t('customer.evidence.title')}
        beside={
          <button type="button" className={link} onClick={() => onTab('documents')}>
            {t('ui.more')}
          </button>
        }
      >
        <p className="text-13">
          {evidence.of === 0
            ? t('customer.evidence.none')
            : t('customer.evidence.line', { complete: evidence.complete, of: evidence.of })}
        </p>
      </Card>
    </aside>
  )
}

const SHOWN_CONTACTS = 3

function ContactLines({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const contacts = useQuery(contactsOf(customerId)).data?.contacts
  if (contacts?.length === 0)
    return <p className="text-13 text-soft">{t('customer.contacts.empty')}</p>
  return (
    <ul className="flex flex-col gap-2 text-13">
      {contacts?.slice(0, SHOWN_CONTACTS).map(({ id, name, email, phone, role }) => (
        <li key={id} className="min-w-0">
          <span className="font-medium">{name || email}</span>{' '}
          <span className="text-soft">· {t(`customer.contacts.roles.${role}`)}</span>
          <span className="block truncate text-12">
            {phone !== '' && (
              <a href={`tel:${phone}`} className="mr-3 text-brand">
                {phone}
              </a>
            )}
            {email !== '' && (
              <a href={`mailto:${email}`} className="text-brand">
                {email}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** 5 January 2026 was a Monday. */
const A_MONDAY = Date.UTC(2026, 0, 5, 12)
const DAY_MILLISECONDS = 86_400_000

function HabitLines({ habits }: { readonly habits: Customer['habits'] }) {
  const t = useT()
  const { locale } = useReader()
  const { averageDaysLate, usualWeekday, payments } = habits
  if (averageDaysLate === null)
    return <p className="text-13 text-soft">{t('customer.habits.none')}</p>
  const rounded = Math.round(averageDaysLate)
  const days = numberText(Math.abs(rounded), locale)
  const late =
    rounded > 0 ? t('customer.habits.late', { days }) : t('customer.habits.early', { days })
  const weekday =
    usualWeekday === null
      ? undefined
      : new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(
          A_MONDAY + (usualWeekday - 1) * DAY_MILLISECONDS,
        )
  return (
    <p className="text-13">
      {rounded === 0 ? t('customer.habits.onTime') : late}
      {weekday !== undefined && `, ${t('customer.habits.weekday', { weekday })}`}
      <span className="block text-12 text-faint">
        {t('customer.habits.from', { count: payments })}
      </span>
    </p>
  )
}
