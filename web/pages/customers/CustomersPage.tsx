import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'

import { customerColumns, USUAL_COLUMNS } from '../../features/ledger/customers/columns.tsx'
import { Customers } from '../../features/ledger/customers/Customers.tsx'
import { ExportMenu } from '../../features/ledger/customers/ExportMenu.tsx'
import { FilterBar } from '../../features/ledger/customers/FilterBar.tsx'
import type { CustomersSearch } from '../../features/ledger/customers/search.ts'
import { ViewTabs } from '../../features/ledger/customers/ViewTabs.tsx'
import { Page } from '../../frame/Page.tsx'
import { currentLanguage, useT } from '../../language/texts.ts'
import { ColumnMenu } from '../../ui/table/ColumnMenu.tsx'

const route = getRouteApi('/frame/customers')

export function CustomersPage() {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback(
    (next: CustomersSearch) => void navigate({ search: next, replace: true }),
    [navigate],
  )
  const onOpen = useCallback(
    (customerId: string) => void navigate({ to: '/customers/$customerId', params: { customerId } }),
    [navigate],
  )
  return (
    <Page
      isFull
      title={t('customers.title')}
      actions={
        <>
          <span className="max-sm:hidden">
            <ColumnMenu
              columns={customerColumns(t, currentLanguage(), undefined)}
              chosen={search.columns?.split(',') ?? USUAL_COLUMNS}
              onChange={(columns) => onSearch({ ...search, columns: columns.join(',') })}
            />
          </span>
          <ExportMenu search={search} />
        </>
      }
    >
      <ViewTabs search={search} onChange={onSearch} />
      <FilterBar search={search} onChange={onSearch} />
      <div className="flex min-h-0 flex-1 flex-col border-t border-line">
        <Customers search={search} onSearch={onSearch} onOpen={onOpen} />
      </div>
    </Page>
  )
}
