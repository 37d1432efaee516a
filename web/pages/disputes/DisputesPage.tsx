import { Link, getRouteApi } from '@tanstack/react-router'

import { DisputeFilters } from '../../features/collecting/lists/DisputeFilters.tsx'
import { DisputeList } from '../../features/collecting/lists/DisputeList.tsx'
import { disputeTabs } from '../../features/collecting/lists/disputes.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { buttonLook } from '../../ui/button-look.ts'
import { Tabs } from '../../ui/Tabs.tsx'

const route = getRouteApi('/frame/disputes')

export function DisputesPage() {
  const t = useT()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page
      isFull
      title={t('lists.disputes.title')}
      actions={
        <Link to="/insight/causes" className={`${buttonLook('quiet')} max-sm:hidden`}>
          {t('lists.disputes.causes')}
        </Link>
      }
    >
      <div className="border-b border-line px-4 lg:px-6 print:hidden">
        <Tabs
          isBare
          label={t('lists.disputes.tabsLabel')}
          tabs={disputeTabs.map((name) => ({ name, title: t(`lists.disputes.tabs.${name}`) }))}
          current={search.show ?? 'open'}
          onChange={(show) => void navigate({ search: { ...search, show }, replace: true })}
        />
      </div>
      <DisputeFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <div className="flex min-h-0 flex-1 flex-col">
        <DisputeList
          key={JSON.stringify(search)}
          search={search}
          onOpen={(disputeId) =>
            void navigate({ to: '/disputes/$disputeId', params: { disputeId } })
          }
        />
      </div>
    </Page>
  )
}
