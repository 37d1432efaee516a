import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'

import { later } from '../../api/later.ts'
import { useMember } from '../../api/session.ts'
import { loadSellerHome } from '../../features/collecting/seller/seller-home.ts'
import { Worklist } from '../../features/collecting/worklist/Worklist.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/today')

const SellerHome = later(async () => ({ default: (await loadSellerHome()).SellerHome }))

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
        <Suspense>
          <SellerHome />
        </Suspense>
      )}
    </Page>
  )
}
