import { useNavigate } from '@tanstack/react-router'
import {
  CalendarClock,
  CalendarRange,
  Check,
  Hand,
  Handshake,
  MessageCircleQuestion,
  MessagesSquare,
  Pause,
  Phone,
  Reply,
  StickyNote,
  Undo2,
  UserPlus,
  Users,
} from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'

import { later } from '../../../api/later.ts'
import { type Member, may, type Permission, useMember } from '../../../api/session.ts'
import type { Action } from '../../../frame/action.ts'
import { type T, useT, withWholeTexts } from '../../../language/texts.ts'
import { worklistSearch } from '../worklist/worklist.ts'
import type { Doing } from './doing.ts'
import { type Brief, type Subject, useBrief } from './subject.ts'
import { usePutAway } from './use-put-away.ts'
import { useTriage } from './use-triage.ts'

const DeskDialog = later(async () => ({
  default: (await withWholeTexts(import('./dialogs/DeskDialog.tsx'))).DeskDialog,
}))

export type DeskActions = Readonly<Record<Doing | 'done' | 'reply' | 'outcome' | 'call', Action>>

type Desk = {
  readonly actions: DeskActions
  /** The form of what is being done, if any. */
  readonly dialog: ReactNode
}

/** A form stays with the customer whom it was opened for, whatever the list does meanwhile. */
type Started = { readonly doing: Doing; readonly of: Subject }

/** Everything a person can do to a customer, from the worklist or from their page. */
export function useDesk(
  subject: Subject | null,
  onDone: (done: Doing | 'done', of: Subject) => void,
): Desk {
  const t = useT()
  const member = useMember()
  const brief = useBrief(subject?.customerId ?? null)
  const [started, setStarted] = useState<Started | null>(null)
  const { finish } = usePutAway()
  const triage = useTriage()
  const navigate = useNavigate()
  const actions = actionsOn({
    t,
    member,
    brief,
    subject,
    start: (doing) => subject && setStarted({ doing, of: subject }),
    finish: (of) => {
      finish(of)
      onDone('done', of)
    },
    triage: (of) => void triage(of),
    tell: (of, by) =>
      void navigate({
        to: '/customers/$customerId/outcome',
        params: { customerId: of.customerId },
        search: (before) => ({ list: worklistSearch(before), ...(by && { by }) }),
      }),
  })
  const close = () => setStarted(null)
  const dialog = started && (
    <Suspense>
      <DeskDialog
        doing={started.doing}
        subject={started.of}
        onClose={close}
        onNext={(doing) => setStarted({ ...started, doing })}
        onDone={() => {
          close()
          onDone(started.doing, started.of)
        }}
      />
    </Suspense>
  )
  return { actions, dialog }
}

type DeskFacts = {
  readonly t: T
  readonly member: Member
  readonly brief: Brief | undefined
  readonly subject: Subject | null
  readonly start: (doing: Doing) => void
  readonly finish: (subject: Subject) => void
  readonly triage: (subject: Subject) => void
  /** Opens the questions after a conversation. */
  readonly tell: (subject: Subject, by?: 'call') => void
}

/** The catalogue: name, key, when possible, and why not. */
export function actionsOn({
  t,
  member,
  brief,
  subject,
  start,
  finish,
  triage,
  tell,
}: DeskFacts): DeskActions {
  const owes = brief?.standings.some(({ owedMinor }) => owedMinor > 0) ?? false
  const lane = brief?.ball.lane
  const isOwn = brief?.owner?.id === member.person.id
  const isReplyWaiting = brief?.reasons.some(({ code }) => code === 'reply_waiting') ?? false
  const because = (permission: Permission, ...noes: readonly (string | false)[]) => {
    if (subject === null) return t('desk.whyNot.noCustomer')
    if (!may(member, permission)) return t('desk.whyNot.role')
    return brief && noes.find((no): no is string => no !== false)
  }
  const action = (
    id: Doing,
    keys: string | undefined,
    icon: Action['icon'],
    whyNot: string | undefined,
  ): Action => ({
    id: `desk.${id}`,
    name: t(`desk.do.${id}`),
    group: 'page',
    keys,
    icon,
    whyNot,
    run: () => start(id),
  })
  const onSubject = (run: (of: Subject) => void) => () => subject && run(subject)
  const isAssignable = may(member, 'customers.edit') || may(member, 'owners.assign')
  const noDebt = !owes && t('desk.whyNot.noDebt')
  return {
    outcome: {
      id: 'desk.outcome',
      name: t('desk.do.outcome'),
      group: 'page',
      keys: 'o',
      icon: MessagesSquare,
      whyNot: because('tasks.work'),
      run: onSubject((of) => tell(of)),
    },
    call: {
      id: 'desk.call',
      name: t('desk.do.call'),
      group: 'page',
      keys: 'c',
      icon: Phone,
      whyNot: because('tasks.work'),
      run: onSubject((of) => tell(of, 'call')),
    },
    reply: {
      id: 'desk.reply',
      name: t('desk.do.reply'),
      group: 'page',
      keys: 'r',
      icon: Reply,
      whyNot: because('tasks.work', !isReplyWaiting && t('desk.whyNot.noReply')),
      run: onSubject(triage),
    },
    promise: action('promise', 'p', Handshake, because('promises.take', noDebt)),
    plan: action('plan', 'i', CalendarRange, because('plans.propose', noDebt)),
    dispute: action('dispute', 'd', MessageCircleQuestion, because('disputes.open', noDebt)),
    takeOver: action(
      'takeOver',
      isOwn ? 'h' : undefined,
      Hand,
      because(
        'ball.take',
        lane === 'seller' && t('desk.whyNot.withSeller'),
        lane === 'legal' && t('desk.whyNot.withLegal'),
        !isOwn && t('refusals.not_their_seller'),
      ),
    ),
    handOver: action(
      'handOver',
      isOwn ? undefined : 'h',
      Users,
      because(
        'tasks.work',
        lane === 'seller' && t('desk.whyNot.withSeller'),
        lane === 'legal' && t('desk.whyNot.withLegal'),
        brief?.owner === null && t('desk.whyNot.noSeller'),
      ),
    ),
    takeBack: action(
      'takeBack',
      'b',
      Undo2,
      // Until it is known who holds the customer there is nothing to take back.
      brief
        ? because('tasks.work', lane !== 'seller' && t('refusals.not_with_seller'))
        : t('refusals.not_with_seller'),
    ),
    done: {
      id: 'desk.done',
      name: t('desk.do.done'),
      group: 'page',
      keys: 'e',
      icon: Check,
      whyNot: because('tasks.work'),
      run: onSubject(finish),
    },
    snooze: action('snooze', 's', CalendarClock, because('tasks.work')),
    assign: action(
      'assign',
      'a',
      UserPlus,
      isAssignable ? because('customers.read') : t('desk.whyNot.role'),
    ),
    note: action('note', 'n', StickyNote, because('comments.write')),
    hold: action('hold', undefined, Pause, because('holds.place')),
  }
}
