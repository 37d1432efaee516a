import { CloudOff } from 'lucide-react'

import { useT } from '../language/texts.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

type ErrorStateProps = {
  /** What went wrong, as a sentence. */
  readonly reason: string
  readonly reference?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

export function ErrorState({ reason, reference, onRetry }: ErrorStateProps) {
  const t = useT()
  return (
    <div role="alert">
      <EmptyState
        icon={CloudOff}
        title={t('ui.state.failedTitle')}
        text={
          <>
            {t('ui.state.failedText', { reason })}
            {reference !== undefined && (
              <span className="mt-2 block text-12 text-faint">
                {t('ui.state.reference', { id: reference })}
              </span>
            )}
          </>
        }
        action={onRetry && <Button onClick={onRetry}>{t('ui.tryAgain')}</Button>}
      />
    </div>
  )
}
