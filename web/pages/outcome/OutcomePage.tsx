import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { formOf } from '../../features/collecting/outcome/form.ts'
import { OutcomeView } from '../../features/collecting/outcome/OutcomeView.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/customers/$customerId/outcome')

export function OutcomePage() {
  const t = useT()
  const { customerId } = route.useParams()
  const { by, again, list } = route.useSearch()
  const { data: form } = useSuspenseQuery(formOf(customerId))
  return (
    <Page
      isFull
      title={t('outcome.title', { name: form.customer.name })}
      before={
        <Link
          to="/customers/$customerId"
          params={{ customerId }}
          aria-label={t('outcome.toCustomer')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <OutcomeView
        key={`${customerId}/${again ?? ''}`}
        form={form}
        by={by}
        again={again}
        list={list}
      />
    </Page>
  )
}
