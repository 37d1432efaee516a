import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Bug } from 'lucide-react'

import { RefusedError, UnreachableError } from '../api/call.ts'
import { referenceOf, sentenceOf } from '../api/sentence.ts'
import { useT } from '../language/texts.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { NoPermission } from '../ui/NoPermission.tsx'
import { NotFound } from './NotFound.tsx'

/** What a page shows when it cannot be shown: a refusal says why, a bug says that it is ours. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const t = useT()
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  if (error instanceof RefusedError && error.status === 403) return <NoPermission />
  if (error instanceof RefusedError && error.status === 404) return <NotFound />
  if (error instanceof RefusedError || error instanceof UnreachableError) {
    return <ErrorState reason={sentenceOf(error)} reference={referenceOf(error)} onRetry={retry} />
  }
  // A page whose code never came here.
  if (!navigator.onLine) {
    return <ErrorState reason={t('ui.state.unreachable')} onRetry={() => location.reload()} />
  }
  return (
    <EmptyState
      icon={Bug}
      title={t('frame.bug.title')}
      text={t('frame.bug.text')}
      action={<Button onClick={() => location.reload()}>{t('frame.newVersion.reload')}</Button>}
    />
  )
}
