import { useEffect, useState } from 'react'

import { approveRun, undoApproval } from '#contract/collecting/runs'
import type { Instant } from '#kernel/day.ts'

import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import { say } from '../../../ui/toasts.ts'
import type { RunReport } from './run.ts'

type SendDialogProps = {
  readonly run: RunReport
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** How many messages the button sends: all that are planned and need nobody's approval any more. */
export function sendable({ plan, progress }: RunReport): number {
  return Math.max(0, plan.counts.message - progress.dropped - progress.waitingForApproval)
}

/** Asks once more, with the number and the sum, before anything leaves. */
export function SendDialog({ run, isOpen, onClose }: SendDialogProps) {
  const t = useT()
  const approve = useDoing(approveRun)
  const count = sendable(run)
  const send = () =>
    approve.mutate(
      { params: { id: run.id }, body: { expectedMessages: count } },
      {
        onSuccess: onClose,
        onError: (error) => void say(sentenceOf(error), { tone: 'act' }),
      },
    )
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('run.sendTitle', { count })}
      text={t('run.sendText')}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isBusy={approve.isPending} onClick={send}>
            {t('run.send', { count })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-baseline justify-between text-14">
          <span className="text-soft">{t('run.head.asking')}</span>
          <Moneys amounts={run.plan.totals} isAligned most={6} />
        </div>
        {run.isTest && (
          <Banner tone="test" isBox>
            {t('run.sendTest')}
          </Banner>
        )}
        {run.progress.waitingForApproval > 0 && (
          <Banner tone="soon" isBox>
            {t('run.sendApproval', { count: run.progress.waitingForApproval })}
          </Banner>
        )}
      </div>
    </Dialog>
  )
}

/** The ten seconds in which it can still be stopped. */
export function UndoBar({ run, until }: { readonly run: RunReport; readonly until: Instant }) {
  const t = useT()
  const undo = useDoing(undoApproval)
  const lasts = Date.parse(until) - Date.parse(run.approvedAt ?? until)
  const seconds = useSecondsLeft(lasts)
  if (seconds <= 0) return null
  return (
    <Banner
      tone="soon"
      isBox
      action={
        <Button
          isBusy={undo.isPending}
          onClick={() =>
            undo.mutate(
              { params: { id: run.id } },
              {
                onSuccess: () => void say(t('run.undone')),
                onError: (error) => void say(sentenceOf(error), { tone: 'act' }),
              },
            )
          }
        >
          {t('run.undo')}
        </Button>
      }
    >
      <span role="timer">{t('run.undoCounting', { count: seconds })}</span>
    </Banner>
  )
}

/** Counted from when the bar appears: the server's clock may be a trial clock, and it has the last word. */
function useSecondsLeft(milliseconds: number): number {
  const [start] = useState(() => Date.now())
  const [now, setNow] = useState(start)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return Math.ceil((milliseconds - (now - start)) / 1000)
}
