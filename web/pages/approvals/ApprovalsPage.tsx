import { getRouteApi } from '@tanstack/react-router'

import { ApprovalList } from '../../features/collecting/approvals/ApprovalList.tsx'
import { approvalTabs } from '../../features/collecting/approvals/approvals.ts'
import { useT } from '../../language/texts.ts'
import { ListPage } from '../lists/ListPage.tsx'

const route = getRouteApi('/frame/approvals')

export function ApprovalsPage() {
  const t = useT()
  const { show = 'waiting' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <ListPage
      title={t('approvals.title')}
      tabsLabel={t('approvals.tabsLabel')}
      tabs={approvalTabs.map((name) => ({ name, title: t(`approvals.tabs.${name}`) }))}
      current={show}
      onTab={(next) => void navigate({ search: { show: next }, replace: true })}
    >
      <div data-print="flow" className="relative min-h-0 flex-1 overflow-y-auto">
        <ApprovalList tab={show} />
      </div>
    </ListPage>
  )
}
