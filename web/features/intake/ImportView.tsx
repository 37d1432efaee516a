import { useQuery } from '@tanstack/react-query'

import { referenceOf, sentenceOf } from '../../api/sentence.ts'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { DifferenceCard } from './DifferenceCard.tsx'
import { Findings } from './Findings.tsx'
import { type ImportDetail, importOf, isBusy } from './imports.ts'
import { Mapping } from './Mapping.tsx'
import { Seen } from './Seen.tsx'

/** One file on its way into the ledger: seen, mapped, compared, taken in. */
export function ImportView({ importId }: { readonly importId: string }) {
  const { data: detail, error, refetch } = useQuery(importOf(importId))
  if (error && !detail) {
    const retry = () => void refetch()
    return <ErrorState reason={sentenceOf(error)} reference={referenceOf(error)} onRetry={retry} />
  }
  if (!detail) return <SkeletonRows count={10} />
  const { inspection, difference, state } = detail
  return (
    <div className="flex flex-col gap-4">
      <Outcome detail={detail} />
      {isBusy(detail) && <Working detail={detail} />}
      {inspection && <Seen detail={detail} inspection={inspection} />}
      {inspection && state === 'to_map' && <Mapping detail={detail} inspection={inspection} />}
      {difference && state !== 'to_map' && (
        <DifferenceCard detail={detail} difference={difference} />
      )}
      <Findings detail={detail} />
    </div>
  )
}

function Working({ detail }: { readonly detail: ImportDetail }) {
  const t = useT()
  const { rows, ofRows } = detail.progress
  return (
    <div aria-live="polite">
      <Progress
        label={t(`imports.state.${detail.state}`)}
        share={ofRows ? rows / ofRows : null}
        detail={ofRows ? t('imports.progress', { rows, of: ofRows }) : undefined}
      />
      <p className="mt-1 text-12 text-soft">{t('imports.mayLeave')}</p>
    </div>
  )
}

function Outcome({ detail }: { readonly detail: ImportDetail }) {
  const t = useT()
  if (detail.state === 'refused') {
    return (
      <Banner tone="act" isBox>
        {t('imports.refused')}
      </Banner>
    )
  }
  if (detail.state === 'failed') {
    return (
      <Banner tone="act" isBox>
        {t('imports.failed')} {detail.failure}
      </Banner>
    )
  }
  if (detail.state === 'applied') {
    return (
      <Banner isBox>
        {detail.appliedAs === 'good_rows' ? t('imports.appliedGood') : t('imports.applied')}
      </Banner>
    )
  }
  if (detail.attachedTo) {
    const { number, customerName } = detail.attachedTo
    return <Banner isBox>{t('imports.attached', { number, customer: customerName })}</Banner>
  }
  if (detail.state === 'to_match') {
    return (
      <Banner tone="soon" isBox>
        {t('imports.unmatched')}
      </Banner>
    )
  }
  return null
}
