import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Bug, RefreshCw } from 'lucide-react'
import { useEffect } from 'react'

import { RefusedError, UnreachableError } from '../api/call.ts'
import { referenceOf, sentenceOf } from '../api/sentence.ts'
import { isMissingPart, moveToNewer, useIsNewer } from '../api/version.ts'
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
  if (navigator.onLine && isMissingPart(error)) return <MissingPart />
  if (!navigator.onLine) {
    return <ErrorState reason={t('ui.state.unreachable')} onRetry={() => location.reload()} />
  }
  return (
    <EmptyState
      icon={Bug}
      title={t('frame.bug.title')}
      text={t('frame.bug.text')}
      action={<ReloadButton />}
    />
  )
}

/** The page itself went with an update, or the network with the page: the newest is fetched. */
function MissingPart() {
  const t = useT()
  const isNewer = useIsNewer()
  useEffect(() => void moveToNewer(), [])
  return (
    <EmptyState
      icon={RefreshCw}
      title={t(isNewer ? 'frame.newVersion.text' : 'ui.state.unreachable')}
      action={<ReloadButton />}
    />
  )
}

function ReloadButton() {
  const t = useT()
  return <Button onClick={() => location.reload()}>{t('frame.newVersion.reload')}</Button>
}
