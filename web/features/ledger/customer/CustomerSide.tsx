import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { NextStep } from '../../collecting/next/NextStep.tsx'
import type { Customer } from '../customers/customers.ts'
import { contactsOf } from './contacts/contact.ts'
import { HabitLines } from './HabitLines.tsx'

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
