import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { disputeOf } from '../../features/collecting/disputes/disputes.ts'
import { DisputeView } from '../../features/collecting/disputes/DisputeView.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/disputes/$disputeId')

export function DisputePage() {
  const t = useT()
  const { disputeId } = route.useParams()
  const number = useQuery(disputeOf(disputeId)).data?.receivable.number
  return (
    <Page
      title={number ? t('disputes.title', { number }) : t('lists.disputes.title')}
      before={
        <Link
          to="/disputes"
          aria-label={t('disputes.back')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <DisputeView key={disputeId} disputeId={disputeId} />
    </Page>
  )
}
