import { getRouteApi } from '@tanstack/react-router'

import { PlanList } from '../../features/collecting/lists/PlanList.tsx'
import { planTabs } from '../../features/collecting/lists/plans.ts'
import { useT } from '../../language/texts.ts'
import { ListPage } from '../lists/ListPage.tsx'

const route = getRouteApi('/frame/plans')

export function PlansPage() {
  const t = useT()
  const { show = 'agreed' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ListPage
      title={t('plans.list.title')}
      tabsLabel={t('plans.list.tabsLabel')}
      tabs={planTabs.map((name) => ({ name, title: t(`plans.list.tabs.${name}`) }))}
      current={show}
      onTab={(next) => void navigate({ search: { show: next }, replace: true })}
    >
      <PlanList
        tab={show}
        onOpen={(customerId) =>
          void navigate({
            to: '/customers/$customerId',
            params: { customerId },
            search: { tab: 'commitments' },
          })
        }
      />
    </ListPage>
  )
}
