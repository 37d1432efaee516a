import { PromiseList } from '../../features/collecting/lists/PromiseList.tsx'
import { promiseTabs } from '../../features/collecting/lists/promises.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { promisesRoute } from './route.ts'

export function PromisesPage() {
  const t = useT()
  const { show = 'open' } = promisesRoute.useSearch()
  const navigate = promisesRoute.useNavigate()
  return (
    <Page isFull title={t('lists.promises.title')}>
      <div className="border-b border-line px-4 lg:px-6 print:hidden">
        <Tabs
          isBare
          label={t('lists.promises.tabsLabel')}
          tabs={promiseTabs.map((name) => ({ name, title: t(`lists.promises.tabs.${name}`) }))}
          current={show}
          onChange={(next) => void navigate({ search: { show: next }, replace: true })}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col">
        <PromiseList
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
