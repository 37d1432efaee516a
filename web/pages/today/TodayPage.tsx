import { useMember } from '../../api/session.ts'
import { SellerHome } from '../../features/collecting/seller/SellerHome.tsx'
import { Worklist } from '../../features/collecting/worklist/Worklist.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { todayRoute } from './route.ts'

export function TodayPage() {
  const t = useT()
  const { seesAllCustomers } = useMember()
  const search = todayRoute.useSearch()
  const navigate = todayRoute.useNavigate()
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
