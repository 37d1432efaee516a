import { getRouteApi } from '@tanstack/react-router'

import { PromiseList } from '../../features/collecting/lists/PromiseList.tsx'
import { promiseTabs } from '../../features/collecting/lists/promises.ts'
import { useT } from '../../language/texts.ts'
import { ListPage } from '../lists/ListPage.tsx'

const route = getRouteApi('/frame/promises')

export function PromisesPage() {
  const t = useT()
  const { show = 'open' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ListPage
      title={t('lists.promises.title')}
      tabsLabel={t('lists.promises.tabsLabel')}
      tabs={promiseTabs.map((name) => ({ name, title: t(`lists.promises.tabs.${name}`) }))}
      current={show}
      onTab={(next) => void navigate({ search: { show: next }, replace: true })}
    >
      <PromiseList
        tab={show}
        onOpen={(customerId) =>
          void navigate({ to: '/customers/$customerId', params: { customerId } })
        }
      />
    </ListPage>
  )
}
