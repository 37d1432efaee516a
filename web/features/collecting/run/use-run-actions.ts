import { CalendarSearch, RefreshCw, Send } from 'lucide-react'

import { planRun } from '#contract/collecting/runs'

import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { may, type Me, useMember } from '../../../api/session.ts'
import type { Action } from '../../../frame/action.ts'
import { useActions } from '../../../frame/actions.ts'
import { type T, useT } from '../../../language/texts.ts'
import { say } from '../../../ui/toasts.ts'
import type { RunReport } from './run.ts'
import { sendable } from './SendRun.tsx'

export type RunLayer = 'send' | 'cancel' | 'rehearse' | null

type Wish = {
  readonly entityId: string | undefined
  readonly run: RunReport | undefined
  readonly open: (layer: RunLayer) => void
}

/** What can be done with the day: plan, send, plan again, rehearse, stop. */
export function useRunActions({ entityId, run, open }: Wish): Action[] {
  const t = useT()
  const who = useMember()
  const plan = useDoing(planRun)
  const start = (again: boolean) => {
    if (!entityId) return
    plan.mutate(
      { body: { legalEntityId: entityId, again } },
      { onError: (error) => void say(sentenceOf(error), { tone: 'act' }) },
    )
  }
  const actions = sendingActions(t, who, { run, open })
  const offered = [
    ...actions.first,
    ...planningActions(t, who, { entityId, run, open, start }),
    ...actions.last,
  ]
  useActions(offered)
  return offered
}

type Offer = { readonly first: Action[]; readonly last: Action[] }

function sendingActions(t: T, who: Me, { run, open }: Pick<Wish, 'run' | 'open'>): Offer {
  const whyNot = may(who, 'runs.send') ? undefined : t('desk.whyNot.role')
  const count = run ? sendable(run) : 0
  const send: Action = {
    id: 'run.send',
    name: t('run.send', { count }),
    group: 'page',
    keys: 'shift+enter',
    icon: Send,
    whyNot: whyNot ?? (count === 0 ? t('run.head.nothing') : undefined),
    run: () => open('send'),
  }
  const cancel: Action = {
    id: 'run.cancel',
    name: t('run.cancel'),
    group: 'page',
    whyNot,
    run: () => open('cancel'),
  }
  const canCancel = run?.state === 'sending' || run?.state === 'planned'
  return { first: run?.state === 'planned' ? [send] : [], last: canCancel ? [cancel] : [] }
}

type Planning = Wish & { readonly start: (again: boolean) => void }

function planningActions(t: T, who: Me, { entityId, run, open, start }: Planning): Action[] {
  if (entityId === undefined) return []
  const whyNot = may(who, 'runs.plan') ? undefined : t('desk.whyNot.role')
  const shared = { group: 'page', icon: RefreshCw, whyNot } as const
  const canPlan = !run || ['cancelled', 'failed'].includes(run.state)
  const plan = {
    ...shared,
    id: 'run.plan',
    name: t('run.plan'),
    keys: 'p',
    run: () => start(false),
  }
  const again = { ...shared, id: 'run.again', name: t('run.planAgain'), run: () => start(true) }
  const rehearse: Action = {
    id: 'run.rehearse',
    name: t('run.rehearse.do'),
    group: 'page',
    keys: 'r',
    icon: CalendarSearch,
    run: () => open('rehearse'),
  }
  return [...(canPlan ? [plan] : []), ...(run?.state === 'planned' ? [again] : []), rehearse]
}
