import { useQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'

import { useMember } from '../../../api/session.ts'
import { type T, useT } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { percentText } from '../../../ui/format/number.ts'
import { type Reader, useReader } from '../../../ui/reader.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Mandate, mandateOf } from './mandate.ts'

type MandateLeftProps = { readonly customerId: string; readonly currency: string }

/** What may still be offered to a customer without asking, in plain words. */
export function MandateLeft({ customerId, currency }: MandateLeftProps) {
  const t = useT()
  const reader = useReader()
  const { person } = useMember()
  const { data, isError } = useQuery(mandateOf(customerId, currency))
  if (isError) return null
  return (
    <section
      aria-label={t('mandates.left.title')}
      className="flex min-h-10 items-start gap-2.5 rounded-8 bg-sunken px-3 py-2.5 text-13"
    >
      <ShieldCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-brand" />
      {data ? (
        <div className="min-w-0">
          <p className="text-pretty">{leftText(t, data, reader)}</p>
          {!data.decidesThemselves && (
            <p className="mt-0.5 text-12 text-soft">{sourceText(t, data, reader, person.id)}</p>
          )}
        </div>
      ) : (
        <Skeleton className="mt-1 w-2/3" />
      )}
    </section>
  )
}

const BASIS_POINTS = 10_000
const PERCENT = 100

function leftText(t: T, mandate: Mandate, { today, locale }: Reader): string {
  const { limits, latestDay, decider, approver, decidesThemselves } = mandate
  if (decidesThemselves) return t('mandates.left.free')
  const day = shortDay(latestDay, today, locale)
  const first = percentText(limits.smallestFirstPaymentPercent / PERCENT, locale)
  const most = limits.mostInstalments
  const offer =
    most > 1
      ? t('mandates.left.offer', { day, most, first })
      : t('mandates.left.offerOnce', { day })
  const discount = percentText(limits.largestDiscountBasisPoints / BASIS_POINTS, locale, 1)
  return [
    latestDay < today ? t('mandates.left.spent') : offer,
    limits.largestDiscountBasisPoints > 0 && t('mandates.left.discount', { percent: discount }),
    limits.waivesCharges && t('mandates.left.waives'),
    decider
      ? t('mandates.left.beyond', { name: decider.name })
      : t(`mandates.left.beyondRole.${approver}`),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}

function sourceText(t: T, mandate: Mandate, { today, locale }: Reader, personId: string): string {
  const { source, grants, putOffSince } = mandate
  const grant = grants.find(({ person, isInForce }) => isInForce && person?.id === personId)
  const from =
    source === 'grant' && grant
      ? t('mandates.left.granted', {
          name: grant.grantedBy?.name ?? '–',
          day: shortDay(grant.expiresOn, today, locale),
        })
      : t(source === 'policy' ? 'mandates.left.policy' : 'mandates.left.usual')
  if (putOffSince === null) return from
  const day = shortDay(putOffSince, today, locale)
  return `${from} ${t('mandates.left.counted', { day })}`
}
