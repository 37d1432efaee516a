import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useRouter, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft, ClipboardList, FileSignature, FileText } from 'lucide-react'
import { useCallback } from 'react'

import { getStatement } from '#contract/talking/statement'

import { addressOf } from '../../api/call.ts'
import { may, useMember } from '../../api/session.ts'
import { CustomerView } from '../../features/ledger/customer/CustomerView.tsx'
import type { CustomerTab } from '../../features/ledger/customer/tabs.ts'
import { customerOf } from '../../features/ledger/customers/customers.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { buttonLook } from '../../ui/button-look.ts'

const route = getRouteApi('/frame/customers/$customerId')

export function CustomerPage() {
  const t = useT()
  const { customerId } = route.useParams()
  const { tab = 'timeline' } = route.useSearch()
  const { data: customer } = useSuspenseQuery(customerOf(customerId))
  const navigate = route.useNavigate()
  const router = useRouter()
  const mayMake = may(useMember(), 'records.make')
  const onTab = useCallback(
    (next: CustomerTab) => void navigate({ search: { tab: next }, replace: true }),
    [navigate],
  )
  return (
    <Page
      isFull
      title={customer.name}
      before={
        <Link
          to="/customers"
          aria-label={t('customer.back')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
      actions={
        <>
          <Link
            to="/customers/$customerId/brief"
            params={{ customerId }}
            className={buttonLook('quiet')}
          >
            <ClipboardList size={16} aria-hidden />
            <span className="max-sm:sr-only">{t('customer.brief')}</span>
          </Link>
          {mayMake && (
            <Link
              to="/customers/$customerId/record"
              params={{ customerId }}
              className={buttonLook('quiet')}
            >
              <FileSignature size={16} aria-hidden />
              <span className="max-sm:sr-only">{t('customer.inWriting')}</span>
            </Link>
          )}
          <a
            href={addressOf(getStatement, { params: { customerId } })}
            target="_blank"
            rel="noreferrer"
            className={`${buttonLook('quiet')} max-lg:hidden`}
          >
            <FileText size={16} aria-hidden />
            {t('customer.statement')}
          </a>
        </>
      }
    >
      <CustomerView
        key={customerId}
        customerId={customerId}
        tab={tab}
        onTab={onTab}
        onDone={() => router.history.back()}
      />
    </Page>
  )
}
