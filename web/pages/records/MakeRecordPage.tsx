import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { may, useMember } from '../../api/session.ts'
import { MakeRecord } from '../../features/collecting/records/MakeRecord.tsx'
import { beginningOf } from '../../features/collecting/records/records.ts'
import { customerOf } from '../../features/ledger/customers/customers.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { BackToCustomer } from './BackToCustomer.tsx'

const route = getRouteApi('/frame/customers/$customerId/record')

export function MakeRecordPage() {
  const t = useT()
  const member = useMember()
  const { customerId } = route.useParams()
  const { kind = 'conversation' } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: customer } = useSuspenseQuery(customerOf(customerId))
  const mayMake = may(member, 'records.make')
  const beginning = useQuery({ ...beginningOf(customerId), enabled: mayMake })
  return (
    <Page
      title={t('records.makeTitle', { name: customer.name })}
      before={<BackToCustomer customerId={customerId} name={customer.name} />}
    >
      {mayMake ? (
        <Loaded query={beginning} rows={10}>
          {(begun) => (
            <MakeRecord
              key={customerId}
              customerId={customerId}
              beginning={begun}
              kind={kind}
              onMade={(recordId) =>
                void navigate({ to: '/records/$recordId', params: { recordId }, replace: true })
              }
            />
          )}
        </Loaded>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}
