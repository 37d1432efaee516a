import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { Bell as BellIcon } from 'lucide-react'
import { Suspense } from 'react'

import { listTasks } from '#contract/collecting/desk/tasks'

import { later } from '../api/later.ts'
import { asking } from '../api/query.ts'
import { may, useMember } from '../api/session.ts'
import { useToDecide } from '../features/collecting/approvals/approvals.ts'
import { notices } from '../features/notifying/notices.ts'
import { useT, withWholeTexts } from '../language/texts.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Popover } from '../ui/Popover.tsx'
import { SkeletonRows } from '../ui/Skeleton.tsx'

const BellPanel = later(async () => ({
  default: (await withWholeTexts(import('../features/notifying/BellPanel.tsx'))).BellPanel,
}))

const SHOWN = 20
const LOOK_AGAIN_MILLISECONDS = 60_000

const waiting = (kind: 'decision' | 'unknown_message') =>
  asking(listTasks, { query: { state: 'open', kind, limit: SHOWN } })

/** What cannot go on without a person, and what one was told. */
export function Bell() {
  const t = useT()
  const told = useQuery({ ...notices, refetchInterval: LOOK_AGAIN_MILLISECONDS })
  const tasks = useWaiting()
  const approvals = useToDecide()
  const waits = tasks.length + approvals.length
  const unread = told.data?.unread ?? 0
  return (
    <Popover
      align="end"
      label={t('notices.title')}
      className="w-96 p-2!"
      trigger={
        <IconButton
          label={labelOf(t, waits, unread)}
          hasTooltip={false}
          className="print:hidden"
          icon={<BellMark tasks={waits} unread={unread} />}
        />
      }
    >
      <Suspense fallback={<SkeletonRows count={3} />}>
        <BellPanel tasks={tasks} approvals={approvals} told={told} />
      </Suspense>
    </Popover>
  )
}

/** Ended ladders, and messages whose fate is unknown. */
function useWaiting() {
  const isAllowed = may(useMember(), 'tasks.read')
  const decisions = useQuery({ ...waiting('decision'), enabled: isAllowed })
  const unknown = useQuery({ ...waiting('unknown_message'), enabled: isAllowed })
  return [...(unknown.data?.rows ?? []), ...(decisions.data?.rows ?? [])]
}

function labelOf(t: ReturnType<typeof useT>, tasks: number, unread: number): string {
  if (tasks > 0) return t('frame.waiting.open', { count: tasks })
  return unread > 0 ? t('notices.unread', { count: unread }) : t('notices.title')
}

/** Red only where somebody must act. */
function BellMark({ tasks, unread }: { readonly tasks: number; readonly unread: number }) {
  return (
    <>
      <BellIcon size={16} />
      {tasks + unread > 0 && (
        <span
          aria-hidden
          className={clsx(
            'absolute top-1.5 right-1.5 pointer-coarse:top-3 pointer-coarse:right-3 size-2 rounded-full ring-2 ring-canvas',
            tasks > 0 ? 'bg-act' : 'bg-brand',
          )}
        />
      )}
    </>
  )
}
