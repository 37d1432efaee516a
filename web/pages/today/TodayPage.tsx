import { getRouteApi } from '@tanstack/react-router'

import { useMember } from '../../api/session.ts'
import { SellerHome } from '../../features/collecting/seller/SellerHome.tsx'
import { Worklist } from '../../features/collecting/worklist/Worklist.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/today')

export function TodayPage() {
  const t = useT()
  const { seesAllCustomers } = useMember()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page title={t('desk.title')} isFull={seesAllCustomers}>
      {seesAllCustomers ? (
        <Worklist
          search={search}
          onSearch={(next) =>
            void navigate({ search: next, replace: next.customer === search.customer })
          }
          onOpen={(customerId) =>
            void navigate({ to: '/customers/$customerId', params: { customerId } })
          }
        />
      ) : (
        <SellerHome />
      )}
    </Page>
  )
}
