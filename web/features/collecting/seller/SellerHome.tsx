import { useSuspenseQuery } from '@tanstack/react-query'
import { Heart, Hand, ShieldCheck, Sun } from 'lucide-react'
import { Suspense } from 'react'

import { later } from '../../../api/later.ts'
import { may, useMember } from '../../../api/session.ts'
import { useT, withWholeTexts } from '../../../language/texts.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { sellerHome } from './seller-home.ts'
import { SellerCard } from './SellerCard.tsx'

const FeedHint = later(async () => ({
  default: (await withWholeTexts(import('./FeedHint.tsx'))).FeedHint,
}))

/** The seller's day: who needs them, whom not to bother, whom to thank. No ageing words. */
export function SellerHome() {
  const t = useT()
  const { data } = useSuspenseQuery(sellerHome)
  const { needsYou, withFinance, paid } = data
  const member = useMember()
  const all = [...needsYou, ...withFinance, ...paid]
  const isTeam = all.some(({ owner }) => owner.id !== member.person.id)
  const hint = may(member, 'ball.take') && (
    <Suspense>
      <FeedHint />
    </Suspense>
  )
  if (all.length === 0) {
    return (
      <>
        {hint}
        <EmptyState icon={Sun} title={t('desk.seller.quiet')} />
      </>
    )
  }
  return (
    <>
      {hint}
      <div className="mx-auto grid w-full max-w-320 grid-cols-1 gap-4 p-4 lg:grid-cols-3 lg:p-6">
        <SellerCard
          icon={Hand}
          title={t(isTeam ? 'desk.seller.needsTeam' : 'desk.seller.needsYou')}
          text={t(isTeam ? 'desk.seller.needsTeamText' : 'desk.seller.needsYouText')}
          customers={needsYou}
          kind="needs"
        />
        <SellerCard
          icon={ShieldCheck}
          title={t('desk.seller.withFinance')}
          text={t('desk.seller.withFinanceText')}
          customers={withFinance}
          kind="finance"
        />
        <SellerCard
          icon={Heart}
          title={t(isTeam ? 'desk.seller.paidTeam' : 'desk.seller.paid')}
          text={t('desk.seller.paidText')}
          customers={paid}
          kind="paid"
        />
      </div>
    </>
  )
}
