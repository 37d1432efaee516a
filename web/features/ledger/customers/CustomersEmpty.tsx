import { Link } from '@tanstack/react-router'
import { SearchX, Upload } from 'lucide-react'

import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { buttonLook } from '../../../ui/button-look.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { type CustomersSearch, filterOf } from './search.ts'

type CustomersEmptyProps = {
  readonly search: CustomersSearch
  readonly onSearch: (search: CustomersSearch) => void
}

export function CustomersEmpty({ search, onSearch }: CustomersEmptyProps) {
  const t = useT()
  const canImport = may(useMember(), 'imports.apply')
  if (Object.keys(filterOf(search)).length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('customers.empty.filtered')}
        text={t('customers.empty.filteredText')}
        action={<Button onClick={() => onSearch({})}>{t('customers.filter.clear')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={Upload}
      title={t('customers.empty.none')}
      text={t('customers.empty.noneText')}
      action={
        canImport && (
          <Link to="/import" className={buttonLook('primary')}>
            {t('desk.empty.noLedgerAction')}
          </Link>
        )
      }
    />
  )
}
