import { useQuery } from '@tanstack/react-query'
import { Landmark, Plus } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../../api/session.ts'
import type { Action } from '../../../frame/action.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useActions } from '../../../frame/actions.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { countryName } from '../../../ui/format/places.ts'
import { useReader } from '../../../ui/reader.ts'
import { companies, type Company } from './companies.ts'
import { CompanyForm } from './CompanyForm.tsx'

/** The companies that invoice. */
export function Companies() {
  const t = useT()
  const canChange = may(useMember(), 'organisation.settings')
  const query = useQuery(companies)
  const [edited, edit] = useState<Company | 'new' | null>(null)
  const add: Action = {
    id: 'companies.add',
    name: t('companies.add'),
    group: 'page',
    keys: 'n',
    icon: Plus,
    whyNot: canChange ? undefined : t('settings.readOnly'),
    run: () => edit('new'),
  }
  useActions([add])
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-130 text-13 text-pretty text-soft">{t('companies.text')}</p>
      <Loaded query={query}>
        {({ entities }) =>
          entities.length === 0 ? (
            <EmptyState
              icon={Landmark}
              title={t('companies.none')}
              text={t('companies.noneText')}
            />
          ) : (
            entities.map((company) => (
              <CompanyCard
                key={company.id}
                company={company}
                onEdit={canChange ? () => edit(company) : undefined}
              />
            ))
          )
        }
      </Loaded>
      <div>
        <ActionButton action={add} hasIcon />
      </div>
      {edited !== null && (
        <CompanyForm company={edited === 'new' ? null : edited} onClose={() => edit(null)} />
      )}
    </div>
  )
}

type CompanyCardProps = {
  readonly company: Company
  readonly onEdit: (() => void) | undefined
}

function CompanyCard({ company, onEdit }: CompanyCardProps) {
  const t = useT()
  const { locale } = useReader()
  const missing = (['address', 'iban', 'vatId'] as const).filter((name) => company[name] === '')
  const place = [countryName(company.country, locale), company.region]
  return (
    <Card
      title={`${company.name} · ${company.code}`}
      beside={onEdit && <Button onClick={onEdit}>{t('companies.change')}</Button>}
    >
      <div className="flex flex-col gap-3">
        <Facts
          facts={[
            { name: t('companies.country'), value: place.filter((part) => part !== '').join(', ') },
            { name: t('companies.timeZone'), value: company.timeZone.replaceAll('_', ' ') },
            { name: t('companies.currency'), value: company.currency },
            { name: t('companies.vatId'), value: company.vatId || '–' },
            {
              name: t('companies.address'),
              value: <span className="whitespace-pre-line">{company.address || '–'}</span>,
            },
            {
              name: t('companies.iban'),
              value: <span className="figures">{spaced(company.iban) || '–'}</span>,
            },
            {
              name: t('companies.terms'),
              value: t('companies.termsDays', { count: company.defaultTermsDays }),
            },
          ]}
        />
        {missing.length > 0 && (
          <Banner tone="soon" isBox>
            {t('companies.missing', {
              what: missing.map((name) => t(`companies.${name}`)).join(', '),
            })}
          </Banner>
        )}
      </div>
    </Card>
  )
}

/** An IBAN as it stands on paper, in groups of four. */
function spaced(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
