import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { may, useMember } from '../../api/session.ts'
import { MakeRecord } from '../../features/collecting/records/MakeRecord.tsx'
import {
  beginningOf,
  recordOf,
  type RecordRead,
} from '../../features/collecting/records/records.ts'
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
  const { kind = 'conversation', replaces } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: customer } = useSuspenseQuery(customerOf(customerId))
  const mayMake = may(member, 'records.make')
  const beginning = useQuery({ ...beginningOf(customerId), enabled: mayMake })
  const earlier = useQuery({
    ...recordOf(replaces ?? ''),
    enabled: mayMake && replaces !== undefined,
  })
  const title = replaces === undefined ? 'records.makeTitle' : 'records.replaceTitle'
  return (
    <Page
      title={t(title, { name: customer.name })}
      before={<BackToCustomer customerId={customerId} name={customer.name} />}
    >
      {mayMake ? (
        <Loaded query={beginning} rows={10}>
          {(begun) => {
            const make = (before: RecordRead | null) => (
              <MakeRecord
                key={customerId}
                customerId={customerId}
                beginning={begun}
                kind={kind}
                replaces={before}
                onMade={(recordId) =>
                  void navigate({ to: '/records/$recordId', params: { recordId }, replace: true })
                }
              />
            )
            return replaces === undefined ? (
              make(null)
            ) : (
              <Loaded query={earlier} rows={10}>
                {make}
              </Loaded>
            )
          }}
        </Loaded>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}
