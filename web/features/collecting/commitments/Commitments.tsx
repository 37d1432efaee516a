import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileSignature, Handshake } from 'lucide-react'

import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { buttonLook } from '../../../ui/button-look.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { ApprovalCard } from '../approvals/ApprovalCard.tsx'
import { approvalsOfCustomer } from '../approvals/approvals.ts'
import { PlanCard } from '../plans/PlanCard.tsx'
import { plansOf } from '../plans/plannable.ts'
import { promisesOfCustomer } from './customer-promises.ts'
import { NewCommitments } from './NewCommitments.tsx'
import { Promises } from './Promises.tsx'

type CommitmentsProps = { readonly customerId: string; readonly name: string }

/** What the customer committed themselves to, and what was asked to let them. */
export function Commitments({ customerId, name }: CommitmentsProps) {
  const t = useT()
  const mayMake = may(useMember(), 'records.make')
  const promises = useQuery(promisesOfCustomer(customerId)).data?.rows
  const plans = useQuery(plansOf(customerId)).data?.rows
  const requests = useQuery(approvalsOfCustomer(customerId)).data?.rows
  if (!promises || !plans || !requests) return <SkeletonRows count={4} />
  if (promises.length + plans.length + requests.length === 0) {
    return (
      <div className="py-4">
        <NewCommitments customerId={customerId} name={name} />
        <EmptyState
          icon={Handshake}
          title={t('customer.commitments.empty')}
          text={t('customer.commitments.emptyText')}
        />
      </div>
    )
  }
  const hasUnsigned =
    promises.some(({ state, signedRecordId }) => state === 'open' && signedRecordId === null) ||
    plans.some(({ state, signedRecordId }) => state === 'agreed' && signedRecordId === null)
  const waiting = requests.filter(({ state }) => state === 'asked')
  return (
    <div className="flex flex-col gap-6 py-4">
      <NewCommitments customerId={customerId} name={name} />
      {waiting.length > 0 && (
        <section aria-label={t('approvals.onCustomer')}>
          <h2 className="mb-2 text-13 font-strong">{t('approvals.onCustomer')}</h2>
          <ul className="flex flex-col gap-3">
            {waiting.map((approval) => (
              <ApprovalCard key={approval.id} approval={approval} hasCustomer={false} />
            ))}
          </ul>
        </section>
      )}
      {mayMake && hasUnsigned && (
        <Link
          to="/customers/$customerId/record"
          params={{ customerId }}
          className={`${buttonLook('plain')} self-start`}
        >
          <FileSignature size={16} aria-hidden />
          {t('records.putInWriting')}
        </Link>
      )}
      {plans.length > 0 && (
        <section aria-label={t('plans.list.title')}>
          <h2 className="mb-2 text-13 font-strong">{t('plans.list.title')}</h2>
          <ul className="flex flex-col gap-3">
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </ul>
        </section>
      )}
      {promises.length > 0 && <Promises promises={promises} />}
    </div>
  )
}
