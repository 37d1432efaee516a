import { DisputeList } from '../../features/collecting/lists/DisputeList.tsx'
import { disputeTabs } from '../../features/collecting/lists/disputes.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { disputesRoute } from './route.ts'

export function DisputesPage() {
  const t = useT()
  const { show = 'open' } = disputesRoute.useSearch()
  const navigate = disputesRoute.useNavigate()
  return (
    <Page isFull title={t('lists.disputes.title')}>
      <div className="border-b border-line px-4 lg:px-6 print:hidden">
        <Tabs
          isBare
          label={t('lists.disputes.tabsLabel')}
          tabs={disputeTabs.map((name) => ({ name, title: t(`lists.disputes.tabs.${name}`) }))}
          current={show}
          onChange={(next) => void navigate({ search: { show: next }, replace: true })}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col">
        <DisputeList
          key={show}
          tab={show}
          onOpen={(customerId) =>
            void navigate({ to: '/customers/$customerId', params: { customerId } })
          }
        />
      </div>
    </Page>
  )
}
