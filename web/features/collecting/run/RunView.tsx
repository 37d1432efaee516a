import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { cancelRun } from '#contract/collecting/runs'

import { useDoing } from '../../../api/query.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { say } from '../../../ui/toasts.ts'
import { runOf } from './run.ts'
import { RunGroups } from './RunGroups.tsx'
import { RunHead } from './RunHead.tsx'
import { RunProgress } from './RunProgress.tsx'
import { UndoBar } from './SendRun.tsx'
import { useStepNames } from './step-names.ts'
import { UnknownMessages } from './UnknownMessages.tsx'

/** A run from its plan to its report: the same page tells both. */
export function RunView({ runId }: { readonly runId: string }) {
  const t = useT()
  const { data: run, error, refetch } = useQuery(runOf(runId))
  const stepNames = useStepNames(runId)
  if (error && !run) {
    const retry = () => void refetch()
    return <ErrorState reason={sentenceOf(error)} reference={referenceOf(error)} onRetry={retry} />
  }
  if (!run) return <SkeletonRows count={10} />
  if (run.state === 'planning') return <Progress label={t('run.planning')} share={null} />
  const hasLeft = run.state === 'sending' || run.state === 'sent' || run.approvedAt !== null
  return (
    <div className="flex flex-col gap-4">
      {run.state === 'failed' && (
        <Banner tone="act" isBox>
          {t('run.failed', { reason: run.failure })}
        </Banner>
      )}
      {run.state === 'sending' && run.undoUntil && <UndoBar run={run} until={run.undoUntil} />}
      <RunHead run={run} />
      {hasLeft && <RunProgress run={run} />}
      {hasLeft && <UnknownMessages run={run} />}
      <RunGroups run={run} stepNames={stepNames} />
    </div>
  )
}

type CancelProps = {
  readonly runId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function CancelDialog({ runId, isOpen, onClose }: CancelProps) {
  const t = useT()
  const cancel = useDoing(cancelRun)
  const [problem, setProblem] = useState<string | null>(null)
  const stop = () =>
    cancel.mutate(
      { params: { id: runId } },
      {
        onSuccess: ({ stopped }) => {
          say(t('run.cancelled', { count: stopped }))
          onClose()
        },
        onError: (error) => setProblem(sentenceOf(error)),
      },
    )
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      width="narrow"
      title={t('run.cancelTitle')}
      text={t('run.cancelText')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" isBusy={cancel.isPending} onClick={stop}>
            {t('run.cancel')}
          </Button>
        </>
      }
    >
      {problem && <p role="alert">{problem}</p>}
    </Dialog>
  )
}
