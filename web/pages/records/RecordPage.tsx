import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'

import { recordOf } from '../../features/collecting/records/records.ts'
import { RecordView } from '../../features/collecting/records/RecordView.tsx'
import { Loaded } from '../../frame/Loaded.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { BackToCustomer } from './BackToCustomer.tsx'

const route = getRouteApi('/frame/records/$recordId')

export function RecordPage() {
  const t = useT()
  const { recordId } = route.useParams()
  const query = useQuery(recordOf(recordId))
  const record = query.data
  return (
    <Page
      hasAsOf={false}
      title={
        record
          ? t('records.title', {
              kind: t(`records.kinds.${record.kind}`),
              name: record.customer.name,
            })
          : t('records.list')
      }
      before={
        record && <BackToCustomer customerId={record.customer.id} name={record.customer.name} />
      }
    >
      <Loaded query={query} rows={12}>
        {(found) => <RecordView record={found} />}
      </Loaded>
    </Page>
  )
}
