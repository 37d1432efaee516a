import { Suspense } from 'react'

import { later } from '../../../api/later.ts'
import type { Action } from '../../../frame/action.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useT } from '../../../language/texts.ts'
import { ballAction } from '../ball/ball-action.ts'
import type { DeskActions } from '../desk/use-desk.tsx'
import { DeskMenuTrigger } from './DeskMenuTrigger.tsx'

const DeskMenu = later(async () => ({ default: (await import('./DeskMenu.tsx')).DeskMenu }))

type DeskBarProps = {
  readonly actions: DeskActions
  /** What ends the look at this customer: done, or back to the list. */
  readonly last: Action
}

/** What can be done, always in the same place, each with its key; what has no room is in the menu. */
export function DeskBar({ actions, last }: DeskBarProps) {
  const t = useT()
  const { outcome, call, promise, plan, dispute, reply, snooze, assign, note, hold } = actions
  // Who may only read is not shown what others do.
  if (Object.values(actions).every(({ whyNot }) => whyNot === t('desk.whyNot.role'))) return null
  const ball = ballAction(actions)
  return (
    <div className="@container shrink-0 border-t border-line bg-surface print:hidden">
      <div className="flex items-center gap-2 px-4 py-2.5 lg:px-6">
        <ActionButton action={outcome} />
        <span className="hidden @lg:inline-flex">
          <ActionButton action={promise} />
        </span>
        <span className="hidden @3xl:inline-flex">
          <ActionButton action={dispute} />
        </span>
        <span className="hidden @5xl:inline-flex">
          <ActionButton action={ball} />
        </span>
        <Suspense fallback={<DeskMenuTrigger />}>
          <DeskMenu
            actions={[call, promise, plan, dispute, ball, reply, note, snooze, assign, hold]}
          />
        </Suspense>
        <span className="flex-1" />
        <span className="hidden @4xl:inline-flex">
          <ActionButton action={snooze} />
        </span>
        <ActionButton action={last} variant="primary" />
      </div>
    </div>
  )
}
