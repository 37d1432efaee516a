import { DisputeList } from '../../features/collecting/lists/DisputeList.tsx'
import { disputeTabs } from '../../features/collecting/lists/disputes.ts'
import { useT } from '../../language/texts.ts'
import { ListPage } from '../lists/ListPage.tsx'
import { disputesRoute } from './route.ts'

export function DisputesPage() {
  const t = useT()
  const { show = 'open' } = disputesRoute.useSearch()
  const navigate = disputesRoute.useNavigate()
  return (
    <ListPage
      title={t('lists.disputes.title')}
      tabsLabel={t('lists.disputes.tabsLabel')}
      tabs={disputeTabs.map((name) => ({ name, title: t(`lists.disputes.tabs.${name}`) }))}
      current={show}
      onTab={(next) => void navigate({ search: { show: next }, replace: true })}
    >
      <DisputeList
        tab={show}
        onOpen={(customerId) =>
          void navigate({ to: '/customers/$customerId', params: { customerId } })
        }
      />
    </ListPage>
  )
}
